export const isAllowed = (text: string): boolean => text.length > 0;
