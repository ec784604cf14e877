export function buildLoader(outDir: string): Promise<void>;
