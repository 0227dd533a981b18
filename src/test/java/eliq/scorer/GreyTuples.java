package eliq.scorer;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.Origin;
import eliq.catalog.PromptStore;
import eliq.catalog.Recipe;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A catalogue's tuple set of grey squares: bright ones are the positives, darker ones the negatives. */
final class GreyTuples {
    static final String SET = "greys";

    private GreyTuples() {}

    static void store(Catalog catalog, int count) throws Exception {
        long set = catalog.tuples().createSet(SET, "{}").id();
        List<NewTuple> tuples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long prompt =
                    catalog.prompts()
                            .add(PromptStore.NewPrompt.of("square number " + i, "test"))
                            .id();
            List<NewTuple.NewNegative> negatives = new ArrayList<>();
            for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
                ContentHash dark = image(catalog, 10 + 2 * i + aspect.ordinal());
                negatives.add(negative(aspect, new NegativeContent.Image(dark)));
            }
            negatives.add(
                    negative(Aspect.ALIGNMENT, new NegativeContent.WrongPrompt("a circle " + i)));
            tuples.add(new NewTuple(prompt, image(catalog, 200 + i), "test", negatives));
        }
        catalog.tuples().addAll(set, tuples);
    }

    private static NewTuple.NewNegative negative(Aspect aspect, NegativeContent content) {
        return new NewTuple.NewNegative(
                new Recipe(aspect, Family.CONVENTIONAL, "op", "{}", 1, 0.5), content);
    }

    static ContentHash image(Catalog catalog, int level) throws Exception {
        byte[] png = ImageEncoding.png(FakeBackbone.grey(level));
        ContentHash hash = catalog.objects().put(png);
        catalog.images()
                .add(
                        new ImageRecord(
                                hash,
                                new ImageLocation.Stored(),
                                "grey-" + level,
                                4,
                                4,
                                "png",
                                png.length,
                                Origin.GENERATED,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Instant.now()));
        return hash;
    }
}
