package wrong.attic;

/** In a package nobody has placed. */
record Stray(int nothing) {}
