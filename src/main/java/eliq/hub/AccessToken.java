package eliq.hub;

/**
 * What a hub knows its user by. Never shown: it stands in no message, log or file of this program.
 *
 * @param value printable ASCII without spaces
 */
record AccessToken(String value) {
    AccessToken {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException("no token");
        }
    }

    @Override
    public String toString() {
        return "(token)";
    }
}
