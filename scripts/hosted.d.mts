export function buildHosted(outDir: string): Promise<void>;
