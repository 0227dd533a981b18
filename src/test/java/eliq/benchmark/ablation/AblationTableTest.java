package eliq.benchmark.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.catalog.Aspect;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AblationTableTest {

    @Test
    void theSupervisionTableHasBothFamiliesAndAllSevenSubsetsOfTheAspects() {
        Set<List<Aspect>> subsets =
                AblationTable.SUPERVISION.cells().stream()
                        .filter(cell -> cell.families().size() == 2)
                        .map(Cell::aspects)
                        .collect(Collectors.toSet());
        assertEquals(7, subsets.size());
        assertEquals(
                2,
                AblationTable.SUPERVISION.cells().stream()
                        .filter(cell -> cell.families().size() == 1)
                        .count());
    }

    @Test
    void keysAreUniqueAndTheFullMethodStandsLast() {
        Set<String> seen = new HashSet<>();
        AblateParameters parameters =
                AblationPreset.QUICK.painted(Path.of("model"), Path.of("out"), 1);
        parameters.cells().forEach(cell -> assertEquals(true, seen.add(cell.key()), cell.key()));
        assertEquals(14, seen.size());
        AblationTable.ALL.forEach(table -> assertEquals(Cell.FULL, table.cells().getLast()));
    }

    /** 0.5 and 0.7: mean 0.6, deviation sqrt(2 * 0.01 / 1). */
    @Test
    void rowsHaveMeanAndDeviationOverTheSeeds() {
        List<CellOutcome> outcomes =
                List.of(
                        new CellOutcome("full", 1, 3, Map.of("technical_pairs", 0.5)),
                        new CellOutcome("full", 2, 3, Map.of("technical_pairs", 0.7)),
                        new CellOutcome("mean", 1, 3, Map.of("technical_pairs", 0.1)));
        AblationResult.Row full =
                AblationResult.tables(List.of(AblationTable.COMPONENTS), outcomes)
                        .getFirst()
                        .rows()
                        .getLast();
        Spread spread = full.figures().get("technical_pairs");
        assertEquals(0.6, spread.mean(), 1e-12);
        assertEquals(Math.sqrt(0.02), spread.deviation(), 1e-12);
        assertEquals(2, full.runs());
    }

    @Test
    void aSeedCannotCountTwice() {
        AblateParameters usual = AblationPreset.QUICK.painted(Path.of("model"), Path.of("out"), 1);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new AblateParameters(
                                usual.tables(),
                                usual.set(),
                                usual.build(),
                                usual.split(),
                                usual.backbone(),
                                usual.mode(),
                                usual.critic(),
                                usual.network(),
                                usual.scorer(),
                                List.of(1L, 1L),
                                false,
                                5,
                                usual.ratings(),
                                usual.output()));
    }
}
