package eliq.pairs;

import eliq.image.ContentHash;
import eliq.image.Pixels;

/** An image by its hash, decoded when it is asked for. */
public final class Picture {
    private final ContentHash hash;
    private final Pictures pictures;

    Picture(ContentHash hash, Pictures pictures) {
        this.hash = hash;
        this.pictures = pictures;
    }

    public ContentHash hash() {
        return hash;
    }

    /** @throws PairsException if the file is gone, damaged or changed */
    public Pixels pixels() throws PairsException {
        return pictures.pixels(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && picture.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "image " + hash;
    }
}
