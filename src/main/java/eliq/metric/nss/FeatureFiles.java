package eliq.metric.nss;

import eliq.file.WholeFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The features of one picture after another in a job's folder, so that a killed fit goes on. */
final class FeatureFiles {
    private final Path folder;

    FeatureFiles(Path folder) {
        this.folder = folder;
    }

    private Path file(int index) {
        return folder.resolve("features-" + index + ".bin");
    }

    /** What was kept of a picture; empty where it is still to be done. */
    Optional<List<double[]>> read(int index) throws IOException {
        if (!Files.isRegularFile(file(index))) {
            return Optional.empty();
        }
        List<double[]> rows = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(file(index));
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            int width = in.readInt();
            for (int i = 0; i < count; i++) {
                double[] row = new double[width];
                for (int j = 0; j < width; j++) {
                    row[j] = in.readDouble();
                }
                rows.add(row);
            }
        }
        return Optional.of(rows);
    }

    /** Written aside and renamed: a file is whole or not there. */
    void write(int index, List<double[]> rows) throws IOException {
        int width = rows.isEmpty() ? 0 : rows.getFirst().length;
        ByteBuffer bytes = ByteBuffer.allocate(8 + 8 * width * rows.size());
        bytes.putInt(rows.size()).putInt(width);
        for (double[] row : rows) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        WholeFile.write(file(index), bytes.array());
    }
}
