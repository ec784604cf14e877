import type { Sentences } from './keys.js';

/** German. How it is written is in README.md. */
export const de: Sentences<'one' | 'other'> = {
  language: 'de',

  'title.create': 'Konto verbinden',

  'session.for': 'Für {owner}',
  'session.forUser': 'Für {owner} · {user}',
  'session.test': 'Test',
  'session.testHint': 'Dies ist eine Testsitzung: Was Sie hier verbinden, wird als Testkonto gekennzeichnet.',

  'action.back': 'Zurück',
  'action.close': 'Schließen',
  'action.tryAgain': 'Erneut versuchen',
  'action.clearSearch': 'Suche leeren',

  'busy.loading': 'Wird geladen\u00a0…',
  'busy.stillLoading': 'Es lädt noch. Vielleicht ist Ihre Internetverbindung langsam.',

  'picker.search': 'Nach Name oder Kategorie suchen',
  'picker.searchHint': 'Suchen',
  'picker.categories': 'Kategorien',
  'picker.all': 'Alle',
  'picker.list': 'Was Sie verbinden können',
  'picker.results_one': '{count} Ergebnis',
  'picker.results_other': '{count} Ergebnisse',
  'picker.noResults': 'Nichts gefunden für „{query}“',
  'picker.noResultsHint':
    'Prüfen Sie die Schreibweise oder sehen Sie sich alles an, was sich verbinden lässt.',
  'picker.showAll': 'Alles anzeigen',
  'picker.connected': 'Verbunden',
  'picker.connectedHint': 'Verbunden, öffnet sich zum Bearbeiten',

  'form.reference': 'Referenz: {id}',

  'unavailable.expired.title': 'Ihre Sitzung ist abgelaufen',
  'unavailable.expired.text':
    'Zu Ihrer Sicherheit gilt sie nur kurze Zeit. Schließen Sie dies und öffnen Sie es erneut, um fortzufahren.',
  'unavailable.expired.kept':
    'Ihre Eingaben sind noch da. Sie erscheinen wieder, sobald Ihre Sitzung erneuert ist.',
  'unavailable.rejected.title': 'Diese Sitzung ist nicht gültig',
  'unavailable.rejected.text': 'Bitte schließen Sie dies und öffnen Sie es erneut.',
  'unavailable.forbidden.title': 'Sie haben hierauf keinen Zugriff',
  'unavailable.forbidden.text': 'Bitte wenden Sie sich an Ihre Administration.',
  'unavailable.empty.title': 'Hier gibt es noch nichts zu verbinden',
  'unavailable.empty.text':
    'Für Sie wurde noch keine Integration eingerichtet. Bitte wenden Sie sich an Ihre Administration.',
  'unavailable.connectorGone.title': 'Diese Integration ist nicht mehr verfügbar',
  'unavailable.connectorGone.text':
    'Vielleicht wurde sie deaktiviert. Wenn Sie sie noch brauchen, wenden Sie sich bitte an Ihre Administration.',
  'unavailable.accountGone.title': 'Diese Verbindung gibt es nicht mehr',
  'unavailable.accountGone.text':
    'Vielleicht wurde sie entfernt. Wenn Sie sie noch brauchen, verbinden Sie das Konto bitte erneut.',
  'unavailable.tooMuch.title': 'Dieses Formular ist zu umfangreich',
  'unavailable.tooMuch.text': 'Bitte wenden Sie sich an Ihre Administration.',
  'unavailable.unreachable.title': 'Der Dienst ist nicht erreichbar',
  'unavailable.unreachable.text': 'Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
  'unavailable.offline.title': 'Sie sind offline',
  'unavailable.offline.text': 'Es geht weiter, sobald Sie wieder online sind.',
  'unavailable.down.title': 'Bei uns ist etwas schiefgegangen',
  'unavailable.down.text': 'Bitte versuchen Sie es gleich noch einmal.',
  'unavailable.unreadable.title': 'Wir haben eine Antwort erhalten, die wir nicht verstehen',
  'unavailable.unreadable.text':
    'Bitte versuchen Sie es erneut. Tritt das wiederholt auf, informieren Sie Ihre Administration.',

  'closed.text': 'Sie können dies jetzt schließen.',

  'chunk.failed': 'Dieses Formular konnte nicht geladen werden.',

  'config.title': 'Connect Hub ist nicht richtig eingerichtet',

  'category.ats': 'Recruiting',
  'category.hris': 'HR-Systeme',
  'category.hris-legacy': 'HR-Systeme (älter)',
  'category.crm': 'CRM',
  'category.iam': 'Identität & Zugriff',
  'category.marketing': 'Marketing',
  'category.lms': 'Lernplattformen',
  'category.stackone': 'StackOne',
  'category.documents': 'Dokumente',
  'category.ticketing': 'Ticketsysteme',
  'category.screening': 'Bewerberprüfung',
  'category.messaging': 'Nachrichten',
  'category.accounting': 'Buchhaltung',
  'category.scheduling': 'Terminplanung',
  'category.other': 'Sonstige',

  'title.connect': '{name} verbinden',
  'title.edit': '{name} bearbeiten',

  'action.connect': 'Verbinden',
  'action.continue': 'Weiter zu {name}',
  'action.save': 'Änderungen speichern',
  'action.done': 'Fertig',
  'action.another': 'Weiteres Konto verbinden',
  'action.keepEditing': 'Weiter bearbeiten',
  'action.discard': 'Verwerfen und schließen',
  'action.cancel': 'Abbrechen',
  'action.copy': 'Kopieren',
  'action.copied': 'Kopiert',
  'action.reveal': '{label} anzeigen',
  'action.conceal': '{label} verbergen',
  'action.replace': 'Ersetzen',
  'action.undoReplace': 'Gespeichertes behalten',
  'action.addInstead': 'Weiteres Konto bei {name} verbinden',
  'action.copyNamed': '{label} kopieren',
  'action.copiedNamed': '{label} wurde kopiert.',
  'action.copyFailed':
    'Das Kopieren hat nicht geklappt. Der Text ist markiert: Bitte kopieren Sie ihn selbst.',

  'busy.connecting': 'Wird verbunden\u00a0…',
  'busy.saving': 'Wird gespeichert\u00a0…',

  'form.optional': 'optional',
  'form.choose': 'Bitte wählen\u00a0…',
  'form.help': 'Hilfe zu {label}',
  'form.guideLink': 'Anleitung lesen',
  'form.stored': 'Gespeichert, endet auf {tail}',
  'form.storedNoTail': 'Gespeichert',
  'form.replaceStored': '{label} ersetzen. {stored}',
  'form.notKept':
    'Zu Ihrer Sicherheit wurde dies beim Verlassen der Seite nicht aufbewahrt. Bitte geben Sie es erneut ein.',
  'form.pasteCut': 'Wir haben „{value}“ aus der eingefügten Adresse übernommen.',
  'form.pasteCleaned': 'Wir haben überzählige Leerzeichen und Zeilenumbrüche entfernt.',
  'form.details': 'Details',
  'form.opensWindow': 'Danach öffnet sich {name} in einem eigenen Fenster, in dem Sie sich anmelden.',
  'form.signInTitle': 'Bei {name} anmelden',
  'form.signInText':
    '{name} öffnet sich in einem eigenen Fenster. Melden Sie sich dort an und erlauben Sie den Zugriff.',
  'form.nothingTitle': 'Bereit zum Verbinden',
  'form.nothingText': '{name} braucht keine weiteren Angaben von Ihnen.',
  'form.connectedAs': 'Verbunden als {account}.',
  'form.mayReplace':
    '{name} ist bereits verbunden. Wenn nur ein Konto erlaubt ist, ersetzen Ihre Angaben das bisherige.',
  'form.account': 'Konto',
  'form.accountNumber': 'Konto {count}',
  'form.attention':
    'Diese Verbindung funktioniert zurzeit nicht. Prüfen Sie die Angaben und speichern Sie sie erneut.',
  'form.tone.warning': 'Warnung:',
  'form.tone.danger': 'Fehler:',

  'problem.required': 'Bitte füllen Sie dieses Feld aus.',
  'problem.requiredChoice': 'Bitte treffen Sie eine Auswahl.',
  'problem.number': 'Bitte geben Sie eine Zahl ein.',
  'problem.email': 'Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
  'problem.url': 'Bitte geben Sie eine Webadresse ein, die mit https:// beginnt.',
  'problem.uuid': 'Bitte geben Sie eine ID wie 123e4567-e89b-42d3-a456-426614174000 ein.',
  'problem.date': 'Bitte geben Sie ein Datum ein, zum Beispiel 2026-01-31.',
  'problem.datetime': 'Bitte geben Sie Datum und Uhrzeit ein, zum Beispiel 2026-01-31T09:30:00Z.',
  'problem.pattern': 'Das sieht nicht richtig aus. Bitte prüfen Sie es.',
  'problem.domain': 'Bitte geben Sie Ihre Adresse bei {domain} ein, zum Beispiel acme.{domain}.',
  'problem.tooLong': 'Das ist zu lang. Bitte kürzen Sie es.',
  'problem.choice': 'Bitte wählen Sie etwas aus der Liste.',

  'failure.refused':
    '{name} hat diese Zugangsdaten nicht akzeptiert. Bitte prüfen Sie sie und versuchen Sie es erneut.',
  'failure.signIn': '{name} konnte die Anmeldung nicht abschließen.',
  'failure.invalid':
    'Einige Angaben wurden nicht akzeptiert. Bitte prüfen Sie sie und versuchen Sie es erneut.',
  'failure.unsure':
    'Wir wissen nicht sicher, ob dies gespeichert wurde. Versuchen Sie es erneut: Es wird nicht doppelt gespeichert.',
  'failure.unsureNoKey':
    'Wir wissen nicht sicher, ob dies gespeichert wurde. Prüfen Sie Ihre verbundenen Konten, bevor Sie es erneut versuchen.',
  'failure.offline': 'Sie sind offline. Ihre Eingaben sind noch da.',
  'failure.unreachable': 'Der Dienst ist nicht erreichbar. Ihre Eingaben sind noch da.',
  'failure.timeout': 'Das dauert zu lange. Ihre Eingaben sind noch da.',
  'failure.server': 'Bei uns ist etwas schiefgegangen. Ihre Eingaben sind noch da.',
  'failure.rateLimited': 'Zu viele Versuche. Bitte warten Sie einen Moment.',
  'failure.rateLimitedFor_one': 'Zu viele Versuche. Bitte warten Sie {count} Sekunde.',
  'failure.rateLimitedFor_other': 'Zu viele Versuche. Bitte warten Sie {count} Sekunden.',
  'failure.forbidden': 'Sie haben hierauf keinen Zugriff.',
  'failure.conflict': 'Dies wurde inzwischen anderswo geändert oder verbunden.',
  'failure.already': 'Dieses Konto bei {name} ist bereits verbunden.',
  'failure.already.next': 'Um ein weiteres hinzuzufügen, verwenden Sie ein anderes Konto.',
  'failure.otherBrowser':
    'Diese Anmeldung wurde nicht in diesem Browser begonnen. Bitte beginnen Sie hier von vorn.',
  'failure.severed': 'Nach der Anmeldung gelang die Rückkehr zu dieser Seite nicht.',
  'failure.gone': 'Dies ist nicht mehr verfügbar.',
  'failure.unreadable': 'Wir haben eine Antwort erhalten, die wir nicht verstehen.',
  'failure.setup': 'Hier ist etwas nicht richtig eingerichtet.',
  'failure.denied': 'Der Zugriff wurde bei {name} nicht erlaubt.',
  'failure.denied.next': 'Melden Sie sich noch einmal an und erlauben Sie den Zugriff.',
  'failure.expired': 'Die Anmeldung hat zu lange gedauert und ist beendet. Bitte beginnen Sie von vorn.',
  'failure.cancelled': 'Die Anmeldung wurde abgebrochen. Bitte beginnen Sie von vorn.',

  'authorize.title': 'Weiter im Fenster von {name}',
  'authorize.text': 'Melden Sie sich dort an und erlauben Sie den Zugriff. Hier geht es von selbst weiter.',
  'authorize.opening': '{name} wird geöffnet\u00a0…',
  'authorize.show': 'Fenster anzeigen',
  'authorize.again': 'Erneut öffnen',
  'authorize.continueHere': 'In diesem Tab fortfahren',
  'authorize.blockedTitle': 'Ihr Browser hat das Fenster blockiert',
  'authorize.blockedText': 'Öffnen Sie es mit der Schaltfläche unten.',
  'authorize.blockedTextFramed':
    'Öffnen Sie es mit der Schaltfläche unten. Öffnet sich nichts, informieren Sie Ihre Administration.',
  'authorize.frameTitle': 'Diese Seite kann keine Fenster öffnen',
  'authorize.frameText':
    'Bitte informieren Sie Ihre Administration: Der Rahmen um diese Seite muss Pop-ups erlauben.',
  'authorize.appTitle': 'Diese App kann keine Fenster öffnen',
  'authorize.appText':
    'Öffnen Sie diese Seite in Ihrem gewohnten Browser. Oder melden Sie sich hier an und kehren Sie danach zurück.',
  'authorize.hereTitle': 'In diesem Tab bei {name} anmelden',
  'authorize.hereText': 'Diese App kann keine Fenster öffnen. Danach kommen Sie hierher zurück.',
  'authorize.tabTitle': 'Anmeldung bei {name} abschließen',
  'authorize.tabText': 'Wenn Sie zu früh zurückgekommen sind, brechen Sie ab und beginnen Sie von vorn.',
  'authorize.troubleTitle': 'Etwas klappt nicht?',
  'authorize.trouble.here':
    'Ist das Fenster weg oder geht es dort nicht weiter, öffnen Sie es erneut oder fahren Sie in diesem Tab fort.',
  'authorize.trouble.again': 'Ist das Fenster weg oder geht es dort nicht weiter, öffnen Sie es erneut.',
  'authorize.trouble.cancel':
    'Ist das Fenster weg oder geht es dort nicht weiter, brechen Sie ab und beginnen Sie von vorn.',
  'authorize.open': '{name} öffnen',
  'authorize.cancelling': 'Wird abgebrochen\u00a0…',
  'authorize.finishing': 'Wird abgeschlossen\u00a0…',
  'authorize.unheard': 'Der Dienst ist nicht erreichbar. Wir versuchen es weiter.',
  'authorize.otherTitle': 'Sie haben sich als {account} angemeldet',
  'authorize.otherText': 'Diese Verbindung gehört zu {other}. Stattdessen {account} verwenden?',
  'authorize.keep': '{account} behalten',
  'authorize.replace': 'Ersetzen',
  'authorize.connecting': 'Verbindung zu {name} wird hergestellt\u00a0…',

  'success.created': '{name} ist verbunden',
  'success.updated': 'Ihre Änderungen an {name} sind gespeichert',
  'success.as': 'Verbunden als {account}.',

  'leave.title': 'Eingaben verwerfen?',
  'leave.text': 'Sie wurden noch nicht gesendet.',
};
