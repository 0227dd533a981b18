package eliq.benchmark;

import eliq.table.MatArray;
import eliq.table.MatFile;
import eliq.table.Table;
import eliq.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AIGCIQA2023 as its authors publish it: {@code DATA/MOS/mosz1.mat} to {@code mosz3.mat} (variable {@code MOSz}, quality,
 * authenticity and correspondence of 2,400 images), {@code DATA/STD/SD1.mat} to {@code SD3.mat} (variable {@code SD}), the
 * prompts as XLSX, and {@code Image/allimg/0.png} to {@code 2399.png}: six generators with 100 prompts of four images
 * each (the authors' README and transer.py; the order of the generators is that of the public index of names).
 */
final class AigciqaFolder {
    private static final List<String> RATINGS =
            List.of("quality", "authenticity", "correspondence");
    private static final List<String> GENERATORS =
            List.of("Controlnet", "DALLE", "Glide", "Lafite", "stable-diffusion", "Unidiffuser");
    private static final int PROMPTS = 100;
    private static final int IMAGES_OF_PROMPT = 4;
    private static final int IMAGES = GENERATORS.size() * PROMPTS * IMAGES_OF_PROMPT;
    private static final int DEEPEST = 5;

    private final String name;
    private final Path folder;

    AigciqaFolder(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    RatedSet read() throws BenchmarkException {
        List<RatedSet.IndexFile> index = new ArrayList<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<String, double[]> spreads = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < RATINGS.size(); i++) {
            Optional<Path> mos = find("mosz" + (i + 1) + ".mat");
            if (mos.isPresent()) {
                values.put(RATINGS.get(i), numbers(mos.get(), "MOSz"));
                index.add(RatedSetReader.indexFile(mos.get()));
            }
            Optional<Path> spread = find("SD" + (i + 1) + ".mat");
            if (spread.isPresent()) {
                spreads.put(RATINGS.get(i), numbers(spread.get(), "SD"));
                index.add(RatedSetReader.indexFile(spread.get()));
            }
        }
        if (values.isEmpty()) {
            throw new BenchmarkException(
                    folder
                            + ": holds no mosz1.mat, mosz2.mat or mosz3.mat (AIGCIQA2023); name the index file of a set, or the folder that has them");
        }
        List<Table.Row> prompts = prompts(index, remarks);
        List<RatedImage> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            Map<String, MeanRating> ratings = new LinkedHashMap<>();
            for (Map.Entry<String, double[]> each : values.entrySet()) {
                double value = each.getValue()[i];
                double[] spread = spreads.get(each.getKey());
                if (!Double.isNaN(value)) {
                    ratings.put(
                            each.getKey(),
                            new MeanRating(
                                    value,
                                    spread == null ? Optional.empty() : Optional.of(spread[i]),
                                    Optional.empty()));
                }
            }
            int prompt = i % (PROMPTS * IMAGES_OF_PROMPT) / IMAGES_OF_PROMPT;
            images.add(
                    image(
                            i,
                            prompts.isEmpty() ? Optional.empty() : Optional.of(prompts.get(prompt)),
                            ratings));
        }
        return new RatedSet(
                name,
                RatedSetLayout.AIGCIQA2023,
                Optional.of("quality").filter(values::containsKey),
                Optional.of("correspondence").filter(values::containsKey),
                index,
                List.of(
                        "MATLAB files: MOSz of mosz1 = quality, mosz2 = authenticity, mosz3 = correspondence"),
                images,
                remarks);
    }

    private static RatedImage image(
            int i, Optional<Table.Row> prompt, Map<String, MeanRating> ratings) {
        Map<String, String> groups = new LinkedHashMap<>();
        prompt.ifPresent(
                row -> {
                    groups.put("style", row.cells().get(0));
                    groups.put("object", row.cells().get(1));
                });
        return new RatedImage(
                i + ".png",
                prompt.map(row -> RatedSetReader.unquoted(row.cells().get(2))),
                Optional.of(GENERATORS.get(i / (PROMPTS * IMAGES_OF_PROMPT))),
                Optional.empty(),
                groups,
                ratings,
                i + 1L);
    }

    private List<Table.Row> prompts(List<RatedSet.IndexFile> index, List<String> remarks)
            throws BenchmarkException {
        Optional<Path> file = find("AIGCIQA2023_Prompts.xlsx");
        if (file.isEmpty()) {
            file = find("prompts.xlsx");
        }
        if (file.isEmpty()) {
            remarks.add(
                    "AIGCIQA2023_Prompts.xlsx was not found: the images have no prompts, and intervals cannot be over prompts.");
            return List.of();
        }
        try {
            Table table = Table.read(file.get());
            if (table.rows().size() != PROMPTS || table.header().size() < 3) {
                throw new BenchmarkException(
                        file.get()
                                + ": should have "
                                + PROMPTS
                                + " prompts in its third column and has "
                                + table.rows().size()
                                + " rows of "
                                + table.header().size()
                                + " columns");
            }
            index.add(RatedSetReader.indexFile(file.get()));
            return table.rows();
        } catch (TableException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private double[] numbers(Path file, String variable) throws BenchmarkException {
        try {
            MatArray.Numbers numbers = MatFile.read(file).numbers(variable);
            if (numbers.count() != IMAGES) {
                throw new BenchmarkException(
                        file
                                + ": "
                                + variable
                                + " should hold "
                                + IMAGES
                                + " numbers and holds "
                                + numbers.count());
            }
            return numbers.values();
        } catch (TableException e) {
            throw new BenchmarkException(e.getMessage(), e);
        }
    }

    private Optional<Path> find(String file) throws BenchmarkException {
        String wanted = file.toLowerCase(Locale.ROOT);
        try (Stream<Path> files =
                Files.find(
                        folder,
                        DEEPEST,
                        (path, facts) ->
                                facts.isRegularFile()
                                        && path.getFileName()
                                                .toString()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(wanted))) {
            return files.sorted().findFirst();
        } catch (IOException e) {
            throw new BenchmarkException(
                    folder + ": could not be searched; check its permissions", e);
        }
    }
}
