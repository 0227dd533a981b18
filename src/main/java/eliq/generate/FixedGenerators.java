package eliq.generate;

import eliq.generate.GenerateException.Reason;
import java.util.List;

/** Generators and editors that are given once and for all. */
public record FixedGenerators(List<ImageGenerator> generators, List<ImageEditor> editors)
        implements Generators {

    public FixedGenerators {
        generators = List.copyOf(generators);
        editors = List.copyOf(editors);
    }

    public static FixedGenerators of(ImageGenerator... generators) {
        return new FixedGenerators(List.of(generators), List.of());
    }

    @Override
    public List<String> generatorNames() {
        return generators.stream().map(ImageGenerator::name).toList();
    }

    @Override
    public List<String> editorNames() {
        return editors.stream().map(ImageEditor::name).toList();
    }

    @Override
    public ImageGenerator generator(String name) throws GenerateException {
        return generators.stream()
                .filter(generator -> generator.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("generator", name, generatorNames()));
    }

    @Override
    public ImageEditor editor(String name) throws GenerateException {
        return editors.stream()
                .filter(editor -> editor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("editor", name, editorNames()));
    }

    private static GenerateException unknown(String kind, String name, List<String> known) {
        return new GenerateException(
                Reason.REFUSED,
                "The %s \"%s\" is not there (known: %s); choose another or set it up."
                        .formatted(
                                kind, name, known.isEmpty() ? "none" : String.join(", ", known)));
    }
}
