package eliq.generate.comfyui;

/**
 * An input of a node; written {@code 6.text}.
 *
 * @param node id
 */
record NodeInput(String node, String input) {

    /**
     * @throws IllegalArgumentException where there is no dot in it
     */
    static NodeInput of(String written) {
        int dot = written.lastIndexOf('.');
        if (dot < 1 || dot == written.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + written + "' does not name an input of a node, as in 6.text");
        }
        return new NodeInput(written.substring(0, dot), written.substring(dot + 1));
    }

    @Override
    public String toString() {
        return node + "." + input;
    }
}
