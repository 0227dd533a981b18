package eliq.benchmark;

import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows as they come, one JSON object a line, so that a killed job goes on behind the last one. A line that a crash cut off is taken away. */
final class JsonRows<T extends Record> implements AutoCloseable {
    private final Path file;
    private final RandomAccessFile out;
    private final List<T> rows;

    private JsonRows(Path file, RandomAccessFile out, List<T> rows) {
        this.file = file;
        this.out = out;
        this.rows = rows;
    }

    static <T extends Record> JsonRows<T> open(Path file, Class<T> type) throws BenchmarkException {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            List<T> rows = new ArrayList<>();
            String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                rows.add(JobJson.read(line, type, file.toString()));
            }
            RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
            out.setLength(end);
            out.seek(end);
            return new JsonRows<>(file, out, rows);
        } catch (IOException | JobException e) {
            throw new BenchmarkException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    void add(T row) throws BenchmarkException {
        try {
            out.write((JobJson.write(row) + "\n").getBytes(StandardCharsets.UTF_8));
            rows.add(row);
        } catch (IOException e) {
            throw new BenchmarkException(
                    file + " cannot be written (" + e.getMessage() + "); check the free space", e);
        }
    }

    /** All so far, those of an earlier attempt first. */
    List<T> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void close() throws BenchmarkException {
        try {
            out.close();
        } catch (IOException e) {
            throw new BenchmarkException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
