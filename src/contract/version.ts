/** The version sent with every request as `x-hub-version`; a test keeps it equal to the package's. */
export const HUB_VERSION = '0.1.0';
