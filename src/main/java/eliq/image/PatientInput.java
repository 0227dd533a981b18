package eliq.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file's bytes for a decoder, which may ask past the end only so often. Some decoders take the end of a damaged file for zeros and go on asking
 * for minutes; a sound file is asked past its end a few times at most.
 */
final class PatientInput extends MemoryCacheImageInputStream {

    private static final int PATIENCE = 10_000;

    private int pastTheEnd;

    PatientInput(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0 && ++pastTheEnd > PATIENCE) {
            throw new IOException("its data end too early");
        }
        return value;
    }
}
