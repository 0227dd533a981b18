package eliq.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A workspace: one folder with the catalogue, the images that belong to it, thumbnails, runs and models. May be used by
 * several threads, and be open in several processes at once.
 */
public final class Catalog implements AutoCloseable {
    /** Name of the database within the folder. */
    public static final String FILE = "catalogue.sqlite";

    private final Path folder;
    private final Database database;
    private final ObjectStore objects;

    private Catalog(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.objects = new ObjectStore(folder.resolve("objects"));
    }

    /** Opens the workspace in this folder, creating it where there is none and bringing an older one up to date. */
    public static Catalog open(Path folder) throws CatalogException {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            for (String part : new String[] {"objects", "thumbnails", "runs", "models"}) {
                Files.createDirectories(absolute.resolve(part));
            }
        } catch (IOException e) {
            throw new CatalogException(
                    "The workspace folder "
                            + absolute
                            + " cannot be created ("
                            + e.getMessage()
                            + "); choose another one or check its permissions.",
                    e);
        }
        return new Catalog(absolute, Database.open(absolute.resolve(FILE)));
    }

    /** Absolute path of the workspace. */
    public Path folder() {
        return folder;
    }

    /** A path as the catalogue keeps it, made absolute: relative ones are relative to the workspace. */
    public Path resolve(Path path) {
        return folder.resolve(path);
    }

    /** A path as the catalogue keeps it: relative where it is inside the workspace. */
    public Path relativize(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    }

    public Path thumbnailsFolder() {
        return folder.resolve("thumbnails");
    }

    public Path modelsFolder() {
        return folder.resolve("models");
    }

    /** Where an image's bytes are. */
    public Path path(ImageRecord image) {
        return switch (image.location()) {
            case ImageLocation.Stored stored -> objects.path(image.hash());
            case ImageLocation.Outside outside -> outside.path();
        };
    }

    public ObjectStore objects() {
        return objects;
    }

    public ImageStore images() {
        return new ImageStore(database);
    }

    public PromptStore prompts() {
        return new PromptStore(database);
    }

    public TupleStore tuples() {
        return new TupleStore(database);
    }

    public DrawingStore drawings() {
        return new DrawingStore(database);
    }

    public ModelStore models() {
        return new ModelStore(database);
    }

    public RunStore runs() {
        return new RunStore(database);
    }

    public EmbeddingStore embeddings() {
        return new EmbeddingStore(database);
    }

    public ScoreStore scores() {
        return new ScoreStore(database);
    }

    public RatingStore ratings() {
        return new RatingStore(database);
    }

    public JobStore jobs() {
        return new JobStore(database);
    }

    /** Several changes that belong together: all of them or none. */
    public <T> T transaction(Change<T> change) throws CatalogException {
        return database.write("the change cannot be stored", sql -> change.run());
    }

    /** What {@link #transaction} does. */
    @FunctionalInterface
    public interface Change<T> {
        T run() throws CatalogException;
    }

    /** Looks the whole file over; the faults found, none as a rule. */
    public List<String> check() throws CatalogException {
        return database.read(
                "the catalogue cannot be checked",
                sql -> {
                    List<String> faults =
                            new ArrayList<>(
                                    sql.list(
                                            "PRAGMA integrity_check",
                                            row -> row.text("integrity_check")));
                    faults.remove("ok");
                    faults.addAll(
                            sql.list(
                                    "PRAGMA foreign_key_check",
                                    row -> "a row of " + row.text("table") + " refers to nothing"));
                    return faults;
                });
    }

    @Override
    public void close() throws CatalogException {
        database.close();
    }
}
