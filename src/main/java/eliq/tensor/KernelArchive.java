package eliq.tensor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds in memory the archive that libtorch loads TorchScript from: one module without state whose methods are the
 * kernels. Layout: the "torch.jit.save" zip (stored entries {@code data.pkl}, {@code constants.pkl}, {@code version},
 * {@code code/__torch__.py}).
 */
final class KernelArchive {
    private static final String ROOT = "kernels/";
    private static final String MODULE_HEAD =
            "class Kernels(Module):\n  __parameters__ = []\n  __buffers__ = []\n";

    /** Pickle, protocol 2, of an instance of {@code __torch__.Kernels} with an empty state. */
    private static final byte[] EMPTY_INSTANCE =
            "\u0080\u0002c__torch__\nKernels\nq\u0000)\u0081}b."
                    .getBytes(StandardCharsets.ISO_8859_1);

    /** Pickle, protocol 2, of an empty tuple. */
    private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

    private KernelArchive() {}

    /**
     * @param methods method definitions in TorchScript's serialised dialect, unindented; lines beginning with # are notes
     */
    static InputStream of(String methods) throws IOException {
        StringBuilder code = new StringBuilder(MODULE_HEAD);
        methods.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .forEach(
                        line ->
                                code.append("  ")
                                        .append(line.replace("(self,", "(self: __torch__.Kernels,"))
                                        .append('\n'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "data.pkl", EMPTY_INSTANCE);
            store(zip, "code/__torch__.py", code.toString().getBytes(StandardCharsets.UTF_8));
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(ROOT + name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
