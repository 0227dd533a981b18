package eliq.scorer;

import eliq.job.JobJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rows of a scoring as they grow, one JSON object a line. A line that a crash cut off is taken away. */
final class ScoredRows implements AutoCloseable {
    private final Path file;
    private final RandomAccessFile out;
    private int count;
    private int failed;

    private ScoredRows(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    static ScoredRows open(Path file) throws ScorerException {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
            out.setLength(end);
            out.seek(end);
            ScoredRows rows = new ScoredRows(file, out);
            for (ScoredImage row : ScoredImage.readAll(file)) {
                rows.note(row);
            }
            return rows;
        } catch (IOException e) {
            throw new ScorerException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void add(ScoredImage row) throws ScorerException {
        try {
            out.write((JobJson.write(row) + "\n").getBytes(StandardCharsets.UTF_8));
            note(row);
        } catch (IOException e) {
            throw new ScorerException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void note(ScoredImage row) {
        count++;
        failed += row.error().isPresent() ? 1 : 0;
    }

    int count() {
        return count;
    }

    ScoreImagesResult result() {
        return new ScoreImagesResult(count - failed, failed, file);
    }

    @Override
    public void close() throws ScorerException {
        try {
            out.close();
        } catch (IOException e) {
            throw new ScorerException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
