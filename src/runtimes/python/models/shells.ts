/** Programs that read a command from an argument. */
export const SHELLS = /(?:^|\/)(?:sh|bash|dash|zsh|ksh|cmd|cmd\.exe|powershell|pwsh|python3?|perl|ruby|node)$/;
