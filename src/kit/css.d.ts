// Style sheets are imported for their effect; Vite turns them into files of our own origin.
declare module "*.css" {}
