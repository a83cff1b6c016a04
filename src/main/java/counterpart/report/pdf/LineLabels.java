package counterpart.report.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labels at the ends of lines, pushed apart so that none covers another. */
final class LineLabels {
    private static final int ROUNDS = 200;

    private LineLabels() {}

    /** A label at the height of its line. */
    record Label(double y, String text, String color, boolean bold) {}

    /**
     * The labels from top to bottom, each as near to its line as it can stand.
     *
     * @param step least distance of two labels
     */
    static List<Label> apart(List<Label> labels, double top, double bottom, double step) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::y));
        double[] places = sorted.stream().mapToDouble(Label::y).toArray();
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = spread(places, step);
            for (int i = 0; i < places.length; i++) {
                places[i] = Math.max(top, Math.min(bottom, places[i]));
            }
        }
        List<Label> apart = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Label label = sorted.get(i);
            apart.add(new Label(places[i], label.text(), label.color(), label.bold()));
        }
        return apart;
    }

    private static boolean spread(double[] places, double step) {
        boolean moved = false;
        for (int i = 1; i < places.length; i++) {
            double lacking = step - (places[i] - places[i - 1]);
            if (lacking > 0.01) {
                places[i - 1] -= lacking / 2;
                places[i] += lacking / 2;
                moved = true;
            }
        }
        return moved;
    }
}
