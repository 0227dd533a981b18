package eliq.catalog;

import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.image.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    @TempDir Path folder;

    @Test
    void aWorkspaceIsAFolderWithEverythingInIt() throws Exception {
        Path workspace = folder.resolve("deep/er");
        try (Catalog catalog = Catalog.open(workspace)) {
            assertTrue(Files.isDirectory(catalog.thumbnailsFolder()));
            assertTrue(Files.isDirectory(catalog.modelsFolder()));
            assertEquals(Path.of("models", "x"), catalog.relativize(workspace.resolve("models/x")));
            assertEquals(workspace.resolve("models/x"), catalog.resolve(Path.of("models", "x")));
            assertEquals(folder.resolve("y"), catalog.relativize(folder.resolve("y")));
        }
        assertTrue(Files.isRegularFile(workspace.resolve("catalogue.sqlite")));
    }

    @Test
    void whatWasStoredIsThereAfterReopening() throws CatalogException {
        try (Catalog catalog = Catalog.open(folder)) {
            catalog.images().add(image("a"));
        }
        try (Catalog catalog = Catalog.open(folder)) {
            assertTrue(catalog.images().contains(hash("a")));
        }
    }

    @Test
    void everyTableIsStrictAndTheFileSafe() throws Exception {
        Catalog.open(folder).close();
        try (Connection raw = raw()) {
            assertEquals(
                    List.of(),
                    strings(
                            raw,
                            """
                            SELECT name FROM pragma_table_list
                            WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'
                            """));
            assertEquals(List.of("wal"), strings(raw, "PRAGMA journal_mode"));
            assertEquals(
                    List.of(Integer.toString(Migrations.VERSION)),
                    strings(raw, "PRAGMA user_version"));
        }
    }

    @Test
    void aFileOfTheFirstVersionIsBroughtUpToDateWithItsErasNamed() throws Exception {
        try (Connection raw = raw()) {
            Database.execute(raw, "PRAGMA journal_mode = WAL");
            for (String statement : Migrations.statements(Migrations.script(1))) {
                Database.execute(raw, statement);
            }
            Database.execute(raw, "PRAGMA application_id = " + Migrations.APPLICATION_ID);
            Database.execute(raw, "PRAGMA user_version = 1");
            Database.execute(raw, "INSERT INTO prompts VALUES (1, 'a cup', 'a cup', 'test', 0)");
            for (String name : List.of("a", "b")) {
                Database.execute(
                        raw,
                        "INSERT INTO images VALUES (NULL, '%s', NULL, 'x', 1, 1, 'png', 1, 'generated', NULL, NULL, NULL, NULL, 0, NULL)"
                                .formatted(hash(name).hex()));
            }
            Database.execute(raw, "INSERT INTO tuple_sets VALUES (1, 'old', '{}', 0)");
            Database.execute(
                    raw,
                    "INSERT INTO tuples VALUES (1, 1, 1, '%s', 'two'), (2, 1, 1, '%s', 'one')"
                            .formatted(hash("a").hex(), hash("b").hex()));
        }
        try (Catalog catalog = Catalog.open(folder)) {
            TupleSet set = catalog.tuples().findSet("old").orElseThrow();
            assertEquals("one+two", set.era());
            assertTrue(set.refreshes().isEmpty());
            assertEquals(Map.of("one", 1L, "two", 1L), catalog.tuples().generators(set.id()));
            assertEquals(2, catalog.tuples().forTraining(set.id()).size());
            assertEquals(List.of(), catalog.check());
        }
    }

    @Test
    void aNewerFileIsRefusedAndLeftAlone() throws Exception {
        Catalog.open(folder).close();
        execute("PRAGMA user_version = 999");
        CatalogException e = assertThrows(CatalogException.class, () -> Catalog.open(folder));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "was written by a newer ELIQ Workbench (schema 999; this one knows "
                                        + Migrations.VERSION
                                        + "). Update this program, or choose another workspace folder."),
                e.getMessage());
        try (Connection raw = raw()) {
            assertEquals(List.of("999"), strings(raw, "PRAGMA user_version"));
        }
    }

    @Test
    void anotherProgramsFileIsRefused() throws Exception {
        execute("CREATE TABLE theirs (x)");
        CatalogException e = assertThrows(CatalogException.class, () -> Catalog.open(folder));
        assertTrue(e.getMessage().contains("is an SQLite file of another program"));
    }

    @Test
    void aFileThatIsNoDatabaseGivesOneClearSentence() throws Exception {
        Files.writeString(
                folder.resolve(Catalog.FILE), "this is a letter, not a catalogue ".repeat(99));
        CatalogException e = assertThrows(CatalogException.class, () -> Catalog.open(folder));
        assertEquals(
                "Catalogue "
                        + folder.resolve(Catalog.FILE)
                        + ": cannot be opened: the file is damaged or is not a catalogue; "
                        + "restore it from a copy, or move it away to begin anew.",
                e.getMessage());
    }

    @Test
    void aDamagedPageGivesOneClearSentenceAndIsFoundByTheCheck() throws Exception {
        try (Catalog catalog = Catalog.open(folder)) {
            List<ImageRecord> images = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                images.add(image("image " + i));
            }
            catalog.images().addAll(images);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(Catalog.FILE));
        for (int i = 8192; i < bytes.length; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(folder.resolve(Catalog.FILE), bytes);

        CatalogException e =
                assertThrows(
                        CatalogException.class,
                        () -> {
                            try (Catalog catalog = Catalog.open(folder)) {
                                catalog.images().count(ImageFilter.all());
                            }
                        });
        assertTrue(e.getMessage().contains("the file is damaged"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidPlainly() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CatalogException e =
                assertThrows(CatalogException.class, () -> Catalog.open(file.resolve("workspace")));
        assertTrue(e.getMessage().contains("choose another one"), e.getMessage());
    }

    @Test
    void aTransactionIsAllOrNothing() throws CatalogException {
        try (Catalog catalog = Catalog.open(folder)) {
            assertThrows(
                    CatalogException.class,
                    () ->
                            catalog.transaction(
                                    () -> {
                                        catalog.images().add(image("a"));
                                        assertTrue(catalog.images().contains(hash("a")));
                                        throw new CatalogException("changed my mind");
                                    }));
            assertFalse(catalog.images().contains(hash("a")));
        }
    }

    @Test
    void aFailedPartOfATransactionIsUndoneAlone() throws CatalogException {
        try (Catalog catalog = Catalog.open(folder)) {
            catalog.transaction(
                    () -> {
                        catalog.images().add(image("a"));
                        assertThrows(
                                CatalogException.class,
                                () ->
                                        catalog.transaction(
                                                () -> {
                                                    catalog.images().add(image("b"));
                                                    throw new CatalogException("not this one");
                                                }));
                        return catalog.images().add(image("c"));
                    });
            assertTrue(catalog.images().contains(hash("a")));
            assertFalse(catalog.images().contains(hash("b")));
            assertTrue(catalog.images().contains(hash("c")));
        }
    }

    @Test
    void readersSeeTheLastCommittedStateAndDoNotWait() throws Exception {
        try (Catalog catalog = Catalog.open(folder);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            catalog.transaction(
                    () -> {
                        catalog.images().add(image("a"));
                        assertEquals(
                                0L,
                                result(
                                        other.submit(
                                                () -> catalog.images().count(ImageFilter.all()))));
                        return null;
                    });
            assertEquals(1L, result(other.submit(() -> catalog.images().count(ImageFilter.all()))));
        }
    }

    @Test
    void manyThreadsAndTwoOpeningsWriteSideBySide() throws Exception {
        int threads = 4;
        int each = 50;
        CyclicBarrier start = new CyclicBarrier(threads);
        try (Catalog first = Catalog.open(folder);
                Catalog second = Catalog.open(folder);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Catalog catalog = t % 2 == 0 ? first : second;
                int number = t;
                futures.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    for (int i = 0; i < each; i++) {
                                        catalog.images().add(image(number + "/" + i));
                                    }
                                    return null;
                                }));
            }
            for (Future<?> future : futures) {
                result(future);
            }
            assertEquals(threads * each, first.images().count(ImageFilter.all()));
            assertEquals(List.of(), second.check());
        }
    }

    @RepeatedTest(5)
    void manyMayCreateTheSameWorkspaceAtOnce() throws Exception {
        int openers = 6;
        CyclicBarrier start = new CyclicBarrier(openers);
        try (ExecutorService pool = Executors.newFixedThreadPool(openers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < openers; i++) {
                int number = i;
                futures.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    try (Catalog catalog = Catalog.open(folder)) {
                                        catalog.images().add(image("image " + number));
                                    }
                                    return null;
                                }));
            }
            for (Future<?> future : futures) {
                result(future);
            }
        }
        try (Catalog catalog = Catalog.open(folder)) {
            assertEquals(openers, catalog.images().count(ImageFilter.all()));
        }
    }

    @Test
    void objectsAreKeptUnderTheirHashAndNeverHalfWritten() throws Exception {
        try (Catalog catalog = Catalog.open(folder)) {
            byte[] bytes = "a picture".getBytes(StandardCharsets.UTF_8);
            ContentHash hash = catalog.objects().put(bytes);
            assertEquals(hash, catalog.objects().put(bytes));
            Path file = Files.write(folder.resolve("mine"), bytes);
            assertEquals(hash, catalog.objects().put(file));

            assertEquals(
                    folder.resolve("objects")
                            .resolve(hash.hex().substring(0, 2))
                            .resolve(hash.hex()),
                    catalog.objects().path(hash));
            assertArrayEquals(bytes, catalog.objects().read(hash));
            try (Stream<Path> left = Files.walk(folder.resolve("objects"))) {
                assertEquals(1, left.filter(Files::isRegularFile).count());
            }
            CatalogException e =
                    assertThrows(
                            CatalogException.class, () -> catalog.objects().read(hash("nothing")));
            assertTrue(e.getMessage().contains("is missing from"), e.getMessage());
        }
    }

    @Test
    void aClosedCatalogueSaysSo() throws CatalogException {
        Catalog catalog = Catalog.open(folder);
        catalog.close();
        catalog.close();
        CatalogException e =
                assertThrows(
                        CatalogException.class, () -> catalog.images().count(ImageFilter.all()));
        assertTrue(e.getMessage().contains("is closed"), e.getMessage());
    }

    @Test
    void theStandardFolderFollowsThePlatform() {
        Path home = Path.of("home");
        assertEquals(
                Path.of("home", ".local", "share", "eliq"),
                WorkspaceFolder.standard(Map.of(), "Linux", home));
        assertEquals(
                Path.of("xdg", "eliq"),
                WorkspaceFolder.standard(Map.of("XDG_DATA_HOME", "xdg"), "Linux", home));
        assertEquals(
                Path.of("local", "eliq"),
                WorkspaceFolder.standard(Map.of("LOCALAPPDATA", "local"), "Windows 11", home));
        assertEquals(
                Path.of("home", "Library", "Application Support", "eliq"),
                WorkspaceFolder.standard(Map.of("LOCALAPPDATA", "local"), "Mac OS X", home));
        assertEquals(
                Path.of("mine"),
                WorkspaceFolder.standard(Map.of("ELIQ_HOME", "mine"), "Windows 11", home));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Connection raw() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Catalog.FILE));
    }

    private void execute(String sql) throws Exception {
        try (Connection raw = raw()) {
            Database.execute(raw, sql);
        }
    }

    private static List<String> strings(Connection raw, String sql) throws SQLException {
        try (var statement = raw.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
