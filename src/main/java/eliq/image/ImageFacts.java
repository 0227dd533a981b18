package eliq.image;

import java.util.List;
import java.util.Optional;

/**
 * What a file said about its picture, and what was done on the way to sRGB.
 *
 * @param format the file's format, by content
 * @param storedWidth in pixels as stored, before the orientation was applied
 * @param storedHeight in pixels as stored
 * @param orientation the EXIF orientation that was applied, 1 (none) to 8
 * @param bitsPerChannel as stored; 8 or 16 mostly
 * @param hadAlpha whether transparency was laid onto white
 * @param colourProfile the embedded ICC profile's name, where there is one
 * @param notes what a reader may want to know, each a sentence; mostly empty
 */
public record ImageFacts(
        ImageFormat format,
        int storedWidth,
        int storedHeight,
        int orientation,
        int bitsPerChannel,
        boolean hadAlpha,
        Optional<String> colourProfile,
        List<String> notes) {

    public ImageFacts {
        notes = List.copyOf(notes);
    }
}
