package eliq.report;

import java.util.List;
import java.util.Locale;

/** How much of a whole each of two sides holds, a row for each group: the balance of the two visual gates. */
public record BalanceChart(String title, String leftName, String rightName, List<Row> rows)
        implements Figure {

    private static final int ROW = 34;
    private static final int LEFT = 170;
    private static final int RIGHT = 20;

    /**
     * @param left weight, at least 0
     * @param right weight, at least 0
     */
    public record Row(String name, double left, double right) {}

    @Override
    public String draw(String css) {
        int bottom = 30 + ROW * rows.size();
        Svg svg = new Svg(Frame.WIDTH, bottom + 24, title, css);
        double width = Frame.WIDTH - LEFT - RIGHT;
        svg.text("legend", LEFT, 18, "start", leftName);
        svg.text("legend", Frame.WIDTH - RIGHT, 18, "end", rightName);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double sum = row.left + row.right;
            double share = sum > 0 ? row.left / sum : 0.5;
            double top = 30 + ROW * i;
            String left = String.format(Locale.ROOT, "%.3f", row.left);
            String right = String.format(Locale.ROOT, "%.3f", row.right);
            svg.text("name", LEFT - 8, top + 17, "end", row.name);
            svg.rect("fill s0", LEFT, top, width * share, ROW - 10, leftName + ": " + left);
            svg.rect(
                    "fill s1",
                    LEFT + width * share,
                    top,
                    width * (1 - share),
                    ROW - 10,
                    rightName + ": " + right);
            svg.text("inside", LEFT + 8, top + 16, "start", left);
            svg.text("inside", Frame.WIDTH - RIGHT - 8, top + 16, "end", right);
        }
        svg.line("target", LEFT + width / 2, 24, LEFT + width / 2, bottom - 4);
        svg.text("tick", LEFT + width / 2, bottom + 14, "middle", "equal");
        return svg.end();
    }
}
