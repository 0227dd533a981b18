package eliq.cli;

/** A size as written on the command line: {@code 1024x768}. */
final class SizeText {
    private SizeText() {}

    /** Width and height in pixels. */
    static int[] read(String option, String written) throws UsageException {
        if (!written.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
            throw new UsageException(
                    option + ": '" + written + "' is no size, as 1024x768 is (width x height)");
        }
        String[] sides = written.split("x");
        return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])};
    }
}
