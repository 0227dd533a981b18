package eliq.catalog;

/** A catalogue that cannot be opened, read or written: says which file, what is wrong, and what to do. */
public final class CatalogException extends Exception {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
