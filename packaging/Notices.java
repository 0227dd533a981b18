import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The licences of the libraries in an image: NOTICE.txt, and the texts and notices that they bring. */
final class Notices {
    private static final Pattern TEXT =
            Pattern.compile("meta-inf/(maven/[^/]+/[^/]+/)?[^/]*(licen[cs]e|notice)[^/]*");

    // Whose text the libraries under this licence that bring none are given.
    private static final String APACHE = "commons-io";

    /** One line of the table: a library by the name of its file before the version. */
    private record Library(String name, String licence, String copyright, String source) {}

    private final Path folder;
    private final List<Library> known = new ArrayList<>();

    /** @param folder of the table and of texts */
    Notices(Path folder) throws IOException {
        this.folder = folder;
        List<String> lines = Files.readAllLines(folder.resolve("libraries.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new IOException("libraries.tsv has a line without four cells: " + line);
            }
            known.add(new Library(cells[0], cells[1], cells[2], cells[3]));
        }
    }

    /**
     * Writes them.
     *
     * @throws IOException also where the licence of a library is not known: nobody may pass it on then
     */
    void write(List<Path> jars, Path out) throws IOException {
        Files.createDirectories(out);
        List<String> notice = new ArrayList<>();
        notice.add(
                "ELIQ Workbench stands on these libraries. Texts that they bring are in the folders of their names;");
        notice.add(
                "MIT.txt, BSD-3-Clause.txt and Apache-2.0.txt are for those that bring none. The Java runtime's are");
        notice.add(
                "in its folder legal, java.base/LICENSE there is also JavaFX's. OpenPDF's source is where it says, and");
        notice.add("its licence at https://www.mozilla.org/MPL/2.0/.");
        notice.add(
                "Changed in all of them: native code of other platforms is left out, and classes compiled for Java 5 have");
        notice.add("the version and the stack maps of Java 8.");
        for (Path jar : jars) {
            Library library = find(jar.getFileName().toString());
            notice.add("");
            notice.add(jar.getFileName() + ": " + library.licence());
            notice.add("  Copyright: " + library.copyright());
            notice.add("  Source: " + library.source());
            copyTexts(jar, library, out);
        }
        Files.write(out.resolve("NOTICE.txt"), notice);
        for (String text : List.of("MIT.txt", "BSD-3-Clause.txt")) {
            Files.copy(folder.resolve(text), out.resolve(text));
        }
        if (!Files.exists(out.resolve("Apache-2.0.txt"))) {
            throw new IOException(APACHE + " no longer brings the text of the Apache License");
        }
    }

    private Library find(String file) throws IOException {
        for (Library library : known) {
            String name = library.name();
            if (file.startsWith(name + "-") && Character.isDigit(file.charAt(name.length() + 1))) {
                return library;
            }
        }
        throw new IOException(
                "The licence of "
                        + file
                        + " is not known: add it to packaging/licenses/libraries.tsv");
    }

    private static void copyTexts(Path jar, Library library, Path out) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                if (entry.isDirectory() || !TEXT.matcher(lower(name)).matches()) {
                    continue;
                }
                String file = name.substring(name.lastIndexOf('/') + 1);
                Path folder = Files.createDirectories(out.resolve(library.name()));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(file));
                }
                if (library.name().equals(APACHE) && lower(file).startsWith("license")) {
                    Files.copy(folder.resolve(file), out.resolve("Apache-2.0.txt"));
                }
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
