package gov.tianmu.engine.usecase;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that the database cut.
 *
 * @param total how many there are in all
 * @param items those of this page
 */
public record PageOf<T>(long total, List<T> items) {

    public PageOf {
        items = List.copyOf(items);
    }

    public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
        return new PageOf<>(total, items.stream().<R>map(change).toList());
    }
}
