package eliq.prompts;

import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job has done so far, a JSON object a line, each on the disk before the next step begins; a last line that was
 * cut off does not count.
 */
final class Journal<R extends Record> {
    private final Path file;
    private final Class<R> type;

    Journal(Path file, Class<R> type) {
        this.file = file;
        this.type = type;
    }

    Path file() {
        return file;
    }

    /** What is there from before. */
    List<R> read() throws PromptsException {
        List<R> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
                }
            }
            int line = 0;
            for (String each : whole.lines().toList()) {
                entries.add(JobJson.read(each, type, file + ", line " + ++line));
            }
        } catch (IOException e) {
            throw failure(e);
        } catch (JobException e) {
            throw new PromptsException(e.getMessage(), e);
        }
        return entries;
    }

    /** On the disk when this returns. */
    void append(R entry) throws PromptsException {
        appendAll(List.of(entry));
    }

    /** All of them, on the disk when this returns. */
    void appendAll(List<R> added) throws PromptsException {
        StringBuilder lines = new StringBuilder();
        added.forEach(entry -> lines.append(JobJson.write(entry)).append('\n'));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private PromptsException failure(IOException e) {
        return new PromptsException(
                file + " cannot be used (" + e.getMessage() + "); check free space and permissions",
                e);
    }
}
