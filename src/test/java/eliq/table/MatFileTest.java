package eliq.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by scipy.io.savemat of scipy 1.17.1; what is expected is what was given to it. */
class MatFileTest {
    private static final Path FILES = Path.of("src/test/resources/table");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain.mat", "compressed.mat"})
    void everyNumberClassIsReadCompressedOrNot(String name) throws TableException {
        MatFile file = MatFile.read(FILES.resolve(name));

        MatArray.Numbers ratings = file.numbers("mosz1");
        assertArrayEquals(new int[] {3, 1}, ratings.dimensions());
        assertEquals(3.25, ratings.at(0, 0));
        assertTrue(Double.isNaN(ratings.at(2, 0)));
        assertArrayEquals(new double[] {200, 3}, file.numbers("bytes").values());
        assertArrayEquals(new double[] {-5, 0x1p40}, file.numbers("longs").values());
        assertArrayEquals(new double[] {0.1f}, file.numbers("single").values());
        assertArrayEquals(new double[] {1, 0}, file.numbers("flag").values());
    }

    @Test
    void elementsStandColumnByColumn() throws TableException {
        MatArray.Numbers grid = MatFile.read(FILES.resolve("plain.mat")).numbers("grid");
        assertArrayEquals(new int[] {2, 3, 4}, grid.dimensions());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertEquals(12 * i + 4 * j + k, grid.at(i, j, k));
                }
            }
        }
    }

    @Test
    void textCellsAndStructuresAreTakenApart() throws TableException {
        MatFile file = MatFile.read(FILES.resolve("compressed.mat"));

        assertEquals(
                "a pizza cooking an oven",
                assertInstanceOf(MatArray.Text.class, file.variable("text")).text());
        List<MatArray> cells =
                assertInstanceOf(MatArray.Cells.class, file.variable("cell")).cells();
        assertArrayEquals(
                new double[] {1.5, 2.5},
                assertInstanceOf(MatArray.Numbers.class, cells.get(0)).values());
        assertEquals("fox", assertInstanceOf(MatArray.Text.class, cells.get(1)).text());
        assertEquals(0, cells.get(2).count());
        MatArray.Structure s = assertInstanceOf(MatArray.Structure.class, file.variable("s"));
        assertEquals(List.of("a", "b"), List.copyOf(s.fields().keySet()));
        assertArrayEquals(
                new double[] {7},
                assertInstanceOf(MatArray.Numbers.class, s.fields().get("a").getFirst()).values());
    }

    @Test
    void aVariableThatIsNotThereOrNoNumbersIsNamedWithWhatThereIs() throws TableException {
        MatFile file = MatFile.read(FILES.resolve("plain.mat"));
        assertTrue(
                assertThrows(TableException.class, () -> file.numbers("mosz9"))
                        .getMessage()
                        .endsWith(
                                "has no variable mosz9; it has mosz1, grid, bytes, longs, single, flag, text, cell, s, z."));
        assertTrue(
                assertThrows(TableException.class, () -> file.numbers("text"))
                        .getMessage()
                        .endsWith("text holds text, not numbers."));
        assertTrue(
                assertThrows(TableException.class, () -> file.numbers("z"))
                        .getMessage()
                        .endsWith("z holds complex numbers, not numbers."));
    }

    @Test
    void bigEndianFilesAreReadToo() throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(128 + 8 + 16 + 16 + 16 + 8 + 16);
        bytes.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII));
        bytes.position(124).putShort((short) 0x0100).put((byte) 'M').put((byte) 'I');
        bytes.putInt(14).putInt(bytes.capacity() - 136);
        bytes.putInt(6).putInt(8).putInt(6).putInt(0);
        bytes.putInt(5).putInt(8).putInt(1).putInt(2);
        bytes.putInt(1).putInt(5).put("mosz1".getBytes(StandardCharsets.US_ASCII));
        bytes.position(bytes.position() + 3);
        // Two 16-bit values in the tag itself.
        bytes.putInt(4 << 16 | 3).putShort((short) 7).putShort((short) -2);
        Path file = Files.write(folder.resolve("big.mat"), bytes.array());

        assertArrayEquals(new double[] {7, -2}, MatFile.read(file).numbers("mosz1").values());
    }

    @Test
    void otherFormatsAreRefusedWithWhatToDo() throws Exception {
        Path hdf = folder.resolve("new.mat");
        Files.writeString(hdf, "MATLAB 7.3 MAT-file" + " ".repeat(600));
        assertTrue(message(hdf).endsWith("save it again with -v7."));
        Path text = Files.writeString(folder.resolve("octave.mat"), "# Created by Octave 7.3.0\n");
        assertTrue(message(text).contains("octave.mat: no MATLAB file of level 5"), message(text));
    }

    private static String message(Path file) {
        return assertThrows(TableException.class, () -> MatFile.read(file)).getMessage();
    }

    @Test
    void cutOffAndDamagedFilesEndInOneSentenceNeverInAFault() throws Exception {
        Random random = new Random(1);
        for (String name : List.of("plain.mat", "compressed.mat")) {
            byte[] good = Files.readAllBytes(FILES.resolve(name));
            for (int i = 0; i < 400; i++) {
                byte[] bad =
                        i % 4 == 0
                                ? Arrays.copyOf(good, random.nextInt(good.length))
                                : good.clone();
                for (int k = 0; k < 3 && bad.length > 128; k++) {
                    bad[128 + random.nextInt(bad.length - 128)] = (byte) random.nextInt();
                }
                Path file = Files.write(folder.resolve("bad.mat"), bad);
                try {
                    MatFile.read(file);
                } catch (TableException e) {
                    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
                }
            }
        }
    }

    @Test
    void theAuthorsParametersOfNiqeAreReadFromTheirOwnFile() throws TableException {
        Path parameters = SharedData.folder("metric-parameters");
        MatFile niqe = MatFile.read(parameters.resolve("niqe_modelparameters.mat"));
        // Sums by scipy 1.17.1.
        assertEquals(
                17.32876552816881,
                Arrays.stream(niqe.numbers("mu_prisparam").values()).sum(),
                1e-12);
        assertEquals(
                13.276807347444823,
                Arrays.stream(niqe.numbers("cov_prisparam").values()).sum(),
                1e-12);
        assertEquals(
                2.60131368,
                MatFile.read(parameters.resolve("niqe_modelparameters.mat"))
                        .numbers("mu_prisparam")
                        .at(0, 0),
                1e-8);
        MatArray.Cells model =
                assertInstanceOf(
                        MatArray.Cells.class,
                        MatFile.read(parameters.resolve("ilniqe_templateModel.mat"))
                                .variable("templateModel"));
        assertEquals(
                List.of("1x430 numbers", "430x430 numbers", "468x1 numbers", "468x430 numbers"),
                model.cells().stream().map(MatFile::describe).toList());
    }
}
