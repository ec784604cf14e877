/** Everything that can be connected in the sandbox: real products, under the forms their APIs ask for. */
import { accountingGeneric, accountingListings } from './accounting.js';
import { atsGeneric, atsListings } from './ats.js';
import { crmListings } from './crm.js';
import { documentsListings } from './documents.js';
import { entriesOf, type Listing } from './entries.js';
import { type GenericRow, genericLegacyListing, genericListing } from './generic.js';
import { hrisGeneric, hrisListings } from './hris.js';
import { hrisLegacyGeneric, hrisLegacyListings } from './hris-legacy.js';
import { iamGeneric, iamListings } from './iam.js';
import { lmsGeneric, lmsListings } from './lms.js';
import { marketingListings } from './marketing.js';
import { messagingGeneric, messagingListings } from './messaging.js';
import { schedulingGeneric, schedulingListings } from './scheduling.js';
import { screeningGeneric, screeningListings } from './screening.js';
import { stackoneListings } from './stackone.js';
import { ticketingGeneric, ticketingListings } from './ticketing.js';
import type { CatalogEntry } from './types.js';

export { logoPath, logosOf, logoSvg, monogram } from './logos.js';
export type { CatalogEntry } from './types.js';

const documentedByCategory: { readonly [category: string]: readonly Listing[] } = {
  ats: atsListings,
  hris: hrisListings,
  'hris-legacy': hrisLegacyListings,
  crm: crmListings,
  iam: iamListings,
  marketing: marketingListings,
  lms: lmsListings,
  stackone: stackoneListings,
  documents: documentsListings,
  ticketing: ticketingListings,
  screening: screeningListings,
  messaging: messagingListings,
  accounting: accountingListings,
  scheduling: schedulingListings,
};

const genericByCategory: { readonly [category: string]: readonly GenericRow[] } = {
  ats: atsGeneric,
  hris: hrisGeneric,
  'hris-legacy': hrisLegacyGeneric,
  iam: iamGeneric,
  lms: lmsGeneric,
  ticketing: ticketingGeneric,
  screening: screeningGeneric,
  messaging: messagingGeneric,
  accounting: accountingGeneric,
  scheduling: schedulingGeneric,
};

/** The connectors whose forms were written from their product's public documentation. */
export const documented: readonly CatalogEntry[] = Object.entries(documentedByCategory).flatMap(
  ([category, listings]) => listings.flatMap((listing) => entriesOf(category, listing)),
);

const generic: readonly CatalogEntry[] = Object.entries(genericByCategory).flatMap(([category, rows]) =>
  rows.flatMap((row) =>
    entriesOf(category, category === 'hris-legacy' ? genericLegacyListing(row) : genericListing(row)),
  ),
);

const categories = Object.keys(documentedByCategory);

/**
 * All connectors, category by category and by name within each; every run gives the same ones with the same ids.
 *
 * @example catalog.filter((entry) => entry.active && entry.category === 'hris')
 */
export const catalog: readonly CatalogEntry[] = [...documented, ...generic].toSorted(
  (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || compare(a.name, b.name),
);

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
