package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

    @TempDir Path folder;

    @Test
    void foldersAreSearchedDeepInNaturalOrderAndOtherFilesAreCounted() throws Exception {
        for (String name :
                List.of(
                        "img10.png",
                        "img2.JPG",
                        "Img1.webp",
                        "b/x.tif",
                        "notes.txt",
                        ".hidden.png",
                        ".cache/a.png",
                        "b/y.csv")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        ImageFiles.Listing listing = ImageFiles.expand(List.of(folder));
        assertEquals(
                List.of("b/x.tif", "Img1.webp", "img2.JPG", "img10.png"),
                listing.images().stream()
                        .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                        .toList());
        assertEquals(2, listing.skipped());
        assertEquals(List.of(), listing.problems());
    }

    @Test
    void aFileNamedByTheUserIsKeptWhateverItsNameAndNeverTwice() throws Exception {
        Path odd = Files.writeString(folder.resolve("picture.dat"), "x");
        Path png = Files.writeString(folder.resolve("a.png"), "x");
        Path missing = folder.resolve("missing.png");
        assertEquals(
                List.of(png, odd, missing),
                ImageFiles.expand(List.of(png, odd, folder, missing)).images());
    }

    @Test
    void aFolderThatWasNamedAndHoldsNoImageIsSaidTheOthersAreListed() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        Files.writeString(none.resolve("notes.txt"), "x");
        Path some = Files.createDirectories(folder.resolve("some"));
        Path png = Files.writeString(some.resolve("a.png"), "x");

        ImageFiles.Listing listing = ImageFiles.expand(List.of(none, some));

        assertEquals(List.of(png), listing.images());
        assertEquals(
                List.of(none + ": holds no image; name a folder that has some."),
                listing.problems());
    }

    @Test
    void aLinkToNothingIsToldFromAFileThatIsNotThere() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("gone.png"));
        assertTrue(refusal(link).contains("is a link to a file that is not there"), refusal(link));
        Path gone = folder.resolve("gone.png");
        assertTrue(refusal(gone).contains("there is no such file"), refusal(gone));
        // What is left of bytes that are no UTF-8 once a name was written down.
        Path strange = folder.resolve("caf\uFFFD.png");
        assertTrue(refusal(strange).contains("is not valid UTF-8"), refusal(strange));
    }

    private static String refusal(Path file) {
        return assertThrows(ImageException.class, () -> ImageDecoder.decode(file)).getMessage();
    }

    @Test
    void aLinkToAFolderIsNotFollowedRoundInCircles() throws Exception {
        Files.writeString(folder.resolve("a.png"), "x");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertEquals(1, ImageFiles.expand(List.of(folder)).images().size());
    }

    @Test
    void numbersInNamesSortByValue() {
        List<String> names = new ArrayList<>(Arrays.asList("a10", "a9", "a010", "A1", "b", "a"));
        names.sort(ImageFiles::compareNatural);
        assertEquals(List.of("a", "A1", "a9", "a010", "a10", "b"), names);
    }

    @Test
    void aFileIsHashedInPiecesToTheSameValueAsItsBytes() throws Exception {
        byte[] bytes = new byte[200_001];
        Arrays.fill(bytes, (byte) 3);
        Path file = Files.write(folder.resolve("big.bin"), bytes);
        assertEquals(ContentHash.of(bytes), ContentHash.of(file));
        // The value of the empty message, FIPS 180-4.
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                ContentHash.of(new byte[0]).hex());
    }

    @Test
    void thumbnailsAreKeptByContentAndMendedWhenDamaged() throws Exception {
        Path cache = folder.resolve("cache");
        Thumbnails thumbnails = new Thumbnails(cache, 64);
        Path image =
                Files.write(
                        folder.resolve("a.png"),
                        ImageEncoding.png(TestPictures.scene(200, 100, 1)));
        Pixels first = thumbnails.of(image);
        assertEquals(64, first.width());
        assertEquals(32, first.height());
        Path kept = thumbnails.fileFor(ContentHash.of(image));
        assertTrue(Files.size(kept) > 100);
        Files.move(image, folder.resolve("renamed.png"));
        assertTrue(TestPictures.psnr(first, thumbnails.of(folder.resolve("renamed.png"))) > 25);
        Files.writeString(kept, "damaged");
        assertEquals(64, thumbnails.of(folder.resolve("renamed.png")).width());
        assertNotEquals(7, Files.size(kept));
    }

    @Test
    void aCacheThatCannotBeWrittenDoesNotKeepAPictureFromBeingShown() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "x");
        Path image =
                Files.write(
                        folder.resolve("a.png"), ImageEncoding.png(TestPictures.scene(99, 99, 1)));
        assertEquals(64, new Thumbnails(blocked, 64).of(image).width());
    }

    @Test
    void shrinkingAveragesTheAreaThatEachPixelCovers() {
        byte[] rgb = new byte[3 * 3];
        for (int x = 0; x < 3; x++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * x + c] = (byte) (x * 90);
            }
        }
        Pixels half = AreaAverage.resize(new Pixels(3, 1, rgb), 2, 1);
        // (1 * 0 + 0.5 * 90) / 1.5 and (0.5 * 90 + 1 * 180) / 1.5.
        assertEquals(30, half.at(0, 0, 0));
        assertEquals(150, half.at(1, 0, 0));
        assertEquals(3, AreaAverage.fitInto(new Pixels(3, 1, rgb), 5).width());
    }
}
