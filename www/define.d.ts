// Importing defines `<data-contribution>`; on a server it does nothing.
export {};
