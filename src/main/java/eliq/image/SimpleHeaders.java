package eliq.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of BMP and GIF, with a walk to the end of the first picture so that a cut-off file is noticed. */
final class SimpleHeaders {

    private SimpleHeaders() {}

    static ImageHeader bmp(byte[] b) throws ImageException {
        long data = Bytes.u32le(b, 10);
        boolean core = Bytes.u32le(b, 14) == 12;
        long width = core ? Bytes.u16le(b, 18) : Bytes.u32le(b, 18);
        long height = core ? Bytes.u16le(b, 20) : Math.abs((int) Bytes.u32le(b, 22));
        int bits = core ? Bytes.u16le(b, 24) : Bytes.u16le(b, 28);
        long compression = core ? 0 : Bytes.u32le(b, 30);
        ImageHeader header = ImageHeader.of(width, height, bits == 32 ? 4 : bits > 8 ? 3 : 1, 8);
        long row = (width * bits + 31) / 32 * 4;
        boolean plain = compression == 0 || compression == 3;
        if (plain && height < 1L << 31 && data + row * height > b.length) {
            throw new ImageException("the BMP ends in the middle of its pixels");
        }
        return header;
    }

    static ImageHeader gif(byte[] b) throws ImageException {
        int canvasWidth = Bytes.u16le(b, 6);
        int canvasHeight = Bytes.u16le(b, 8);
        int at = 13 + table(Bytes.u8(b, 10));
        try {
            while (Bytes.u8(b, at) == 0x21) {
                at = skipBlocks(b, at + 2);
            }
            if (Bytes.u8(b, at) != 0x2C) {
                throw new ImageException("the GIF holds no picture");
            }
            int left = Bytes.u16le(b, at + 1);
            int top = Bytes.u16le(b, at + 3);
            int width = Bytes.u16le(b, at + 5);
            int height = Bytes.u16le(b, at + 7);
            int end = skipBlocks(b, at + 10 + table(Bytes.u8(b, at + 9)) + 1);
            List<String> notes = new ArrayList<>();
            if (Bytes.u8(b, end) != 0x3B) {
                notes.add("It may be animated: its first frame was taken.");
            }
            ImageHeader canvas =
                    ImageHeader.of(
                            Math.max(canvasWidth, left + width),
                            Math.max(canvasHeight, top + height),
                            4,
                            8);
            return new ImageHeader(
                    canvas.width(),
                    canvas.height(),
                    4,
                    8,
                    Optional.empty(),
                    Optional.empty(),
                    left,
                    top,
                    notes);
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException("the GIF ends in the middle of its pixels", e);
        }
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int skipBlocks(byte[] b, int from) {
        int at = from;
        while (Bytes.u8(b, at) != 0) {
            at += 1 + Bytes.u8(b, at);
        }
        return at + 1;
    }
}
