package eliq.app.compare;

/**
 * A picture that can be compared.
 *
 * @param key names the picture to its loader
 * @param title what it is, such as {@code aesthetic, conventional: hue-shift 0.6}
 * @param detail a second line: generator, seed, prompt; may be empty
 * @param <K> what names a picture
 */
public record Subject<K>(K key, String title, String detail) {}
