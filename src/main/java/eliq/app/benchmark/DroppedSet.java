package eliq.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of the files and folders that were chosen or dropped is the index, and where its images may be.
 *
 * @param index a table, or the folder of AIGCIQA2023
 * @param images a folder
 */
record DroppedSet(Optional<Path> index, Optional<Path> images) {

    /** A table is the index, a folder holds the images; a folder alone is looked into for a table. */
    static DroppedSet of(List<Path> dropped) {
        Optional<Path> table =
                dropped.stream().filter(p -> Files.isRegularFile(p) && isTable(p)).findFirst();
        Optional<Path> folder = dropped.stream().filter(Files::isDirectory).findFirst();
        if (table.isPresent()) {
            return new DroppedSet(table, folder.or(() -> beside(table.get())));
        }
        if (folder.isEmpty()) {
            return new DroppedSet(Optional.empty(), Optional.empty());
        }
        Path place = folder.get();
        if (Files.isRegularFile(place.resolve("DATA/MOS/mosz1.mat"))) {
            return new DroppedSet(folder, folder);
        }
        return new DroppedSet(within(place), Optional.of(place));
    }

    private static Optional<Path> within(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> Files.isRegularFile(p) && isTable(p)).sorted().findFirst();
        } catch (IOException e) {
            // A folder that cannot be read has no index for us; the view says that none was found.
            return Optional.empty();
        }
    }

    /** A folder named for images beside a table; any other is for the user to name. */
    private static Optional<Path> beside(Path table) {
        Path folder = table.toAbsolutePath().getParent();
        return Stream.of("images", "image", "imgs", "Image", "1024x768")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(".csv", ".tsv", ".txt", ".xlsx").anyMatch(name::endsWith);
    }

    /** A name for the set: that of its folder where the table's own says nothing. */
    String name() {
        Path place = index.or(() -> images).orElse(Path.of("set"));
        String name = place.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
        Optional<Path> folder = index.map(i -> i.toAbsolutePath().getParent());
        if (name.toLowerCase(Locale.ROOT).matches("(data|ratings|index|labels|scores|mos)")
                && folder.isPresent()
                && folder.get().getFileName() != null) {
            name = folder.get().getFileName().toString();
        }
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[^a-z0-9]+", "");
        return plain.isEmpty() ? "set" : plain.substring(0, Math.min(64, plain.length()));
    }
}
