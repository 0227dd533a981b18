package eliq.image;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From what the user named (files and folders) to image files. */
public final class ImageFiles {

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "png", "apng", "jpg", "jpeg", "jpe", "jfif", "webp", "tif", "tiff", "bmp",
                    "gif");

    /**
     * @param images files in the order given, each folder's files in natural order, none twice
     * @param skipped how many files inside folders were left out because their names are not those of images
     * @param problems folders that could not be read or hold no image, each a sentence
     */
    public record Listing(List<Path> images, int skipped, List<String> problems) {

        public Listing {
            images = List.copyOf(images);
            problems = List.copyOf(problems);
        }
    }

    private ImageFiles() {}

    /**
     * Files are kept whatever their name (the decoder says what is wrong with them, also where they do not exist); folders are searched to any depth for names
     * with an image's extension, without following links to folders and without hidden files.
     */
    public static Listing expand(List<Path> filesAndFolders) {
        Set<Path> images = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        int skipped = 0;
        for (Path given : filesAndFolders) {
            if (Files.isDirectory(given)) {
                int before = problems.size();
                Folder folder = new Folder(given, problems);
                folder.search();
                folder.found.sort(NATURAL);
                images.addAll(folder.found);
                skipped += folder.skipped;
                if (folder.found.isEmpty() && problems.size() == before) {
                    problems.add(given + ": holds no image; name a folder that has some.");
                }
            } else {
                images.add(given);
            }
        }
        return new Listing(List.copyOf(images), skipped, problems);
    }

    /** Whether the name ends as an image's does. */
    public static boolean hasImageName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The file's name without its extension. */
    public static String stem(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Paths as people sort them: folder by folder, img2 before img10, capitals beside small letters. */
    public static final Comparator<Path> NATURAL = ImageFiles::comparePaths;

    private static int comparePaths(Path a, Path b) {
        int names = Math.min(a.getNameCount(), b.getNameCount());
        for (int i = 0; i < names; i++) {
            int order = compareNatural(a.getName(i).toString(), b.getName(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.getNameCount(), b.getNameCount());
    }

    static int compareNatural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfDigits(a, i);
            int endB = endOfDigits(b, j);
            int order;
            if (endA > i && endB > j) {
                String numberA = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
                String numberB = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
                order = Integer.compare(numberA.length(), numberB.length());
                order = order != 0 ? order : numberA.compareTo(numberB);
                i = endA;
                j = endB;
            } else {
                order =
                        Character.compare(
                                Character.toLowerCase(a.charAt(i)),
                                Character.toLowerCase(b.charAt(j)));
                i++;
                j++;
            }
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static final class Folder extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<String> problems;
        private final List<Path> found = new ArrayList<>();
        private int skipped;

        Folder(Path root, List<String> problems) {
            this.root = root;
            this.problems = problems;
        }

        void search() {
            try {
                // A folder that is itself a link was named by the user, so it is followed.
                Files.walkFileTree(Files.isSymbolicLink(root) ? root.toRealPath() : root, this);
            } catch (IOException e) {
                problems.add(root + ": could not be searched; check its permissions.");
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean hidden = !dir.equals(root) && dir.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean hidden = file.getFileName().toString().startsWith(".");
            boolean folderLink =
                    Files.isDirectory(file) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            if (hidden || folderLink) {
                return FileVisitResult.CONTINUE;
            }
            if (hasImageName(file)) {
                found.add(file);
            } else {
                skipped++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(file + ": could not be read; check its permissions.");
            return FileVisitResult.CONTINUE;
        }
    }
}
