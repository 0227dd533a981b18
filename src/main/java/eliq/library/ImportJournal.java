package eliq.library;

import eliq.image.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an import has done so far, line by line, so that a resumed one neither repeats a file nor counts it twice. Contents
 * are named before they go into the catalogue: one that is found there after a crash is then known to be this import's.
 */
final class ImportJournal {

    /** How a file ended. */
    enum Outcome {
        ADDED,
        KNOWN,
        PROBLEM
    }

    /**
     * @param prompted whether a prompt was found
     * @param hash of the content; empty for a problem
     * @param reason of a problem; empty otherwise
     */
    record Entry(Path file, Outcome outcome, boolean prompted, String hash, String reason) {}

    private static final String ANNOUNCED = "NEW";

    private final Path journal;
    private final Map<Path, Entry> entries = new HashMap<>();
    private final List<Entry> order = new ArrayList<>();
    private final Set<String> announced = new HashSet<>();

    /** Reads what an earlier attempt wrote; a last line that was cut off does not count. */
    ImportJournal(Path directory) throws LibraryException {
        journal = directory.resolve("files.tsv");
        try {
            if (Files.exists(journal)) {
                String text = Files.readString(journal);
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                whole.lines().forEach(this::take);
                if (whole.length() < text.length()) {
                    Files.writeString(journal, whole);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void take(String line) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals(ANNOUNCED)) {
            announced.add(fields[1]);
        } else {
            add(
                    new Entry(
                            Path.of(plain(fields[4])),
                            Outcome.valueOf(fields[0]),
                            Boolean.parseBoolean(fields[1]),
                            fields[2],
                            plain(fields[3])));
        }
    }

    private void add(Entry entry) {
        entries.put(entry.file(), entry);
        order.add(entry);
        announced.remove(entry.hash());
    }

    boolean has(Path file) {
        return entries.containsKey(file);
    }

    List<Entry> entries() {
        return order;
    }

    /** Whether this content was on its way into the catalogue when an earlier attempt ended. */
    boolean wasAnnounced(ContentHash hash) {
        return announced.contains(hash.hex());
    }

    /** These contents are about to go into the catalogue. */
    void announce(List<ContentHash> hashes) throws LibraryException {
        StringBuilder lines = new StringBuilder();
        for (ContentHash hash : hashes) {
            lines.append(ANNOUNCED).append('\t').append(hash.hex()).append('\n');
            announced.add(hash.hex());
        }
        append(lines);
    }

    /** These files are done with. */
    void finish(List<Entry> done) throws LibraryException {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : done) {
            lines.append(entry.outcome())
                    .append('\t')
                    .append(entry.prompted())
                    .append('\t')
                    .append(entry.hash())
                    .append('\t')
                    .append(escaped(entry.reason()))
                    .append('\t')
                    .append(escaped(entry.file().toString()))
                    .append('\n');
            add(entry);
        }
        append(lines);
    }

    private void append(StringBuilder lines) throws LibraryException {
        try (FileChannel channel =
                FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private LibraryException failure(IOException e) {
        return new LibraryException(
                journal
                        + " cannot be used ("
                        + e.getMessage()
                        + "); check free space and permissions.",
                e);
    }

    private static String escaped(String text) {
        return text.replace("%", "%25")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D");
    }

    private static String plain(String text) {
        return text.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%25", "%");
    }
}
