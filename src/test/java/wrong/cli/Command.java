package wrong.cli;

import wrong.image.UsesImageFromCli;

/** A command that uses what is below it, as it may. */
record Command(UsesImageFromCli image) {}
