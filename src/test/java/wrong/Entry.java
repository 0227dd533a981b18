package wrong;

/** The entry class, which may print. */
public final class Entry {
    private Entry() {}

    public static void print() {
        System.out.println("allowed here");
    }
}
