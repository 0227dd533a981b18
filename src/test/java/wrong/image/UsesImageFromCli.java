package wrong.image;

/** Something for a command to use. */
public record UsesImageFromCli(int pixels) {}
