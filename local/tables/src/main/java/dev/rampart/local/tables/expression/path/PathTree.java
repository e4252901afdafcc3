package dev.rampart.local.tables.expression.path;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Something at the end of each of several paths that do not overlap, arranged by their steps. */
public final class PathTree<T> {
  private final Map<Path.Step, PathTree<T>> children = new LinkedHashMap<>();
  private @Nullable T leaf;

  /** Puts something at the end of a path. */
  public void put(Path path, T value) {
    PathTree<T> node = this;
    for (Path.Step step : path.steps()) {
      node = node.children.computeIfAbsent(step, _ -> new PathTree<>());
    }
    node.leaf = value;
  }

  /** Returns what is at the end of the path that leads here; empty if none ends here. */
  public Optional<T> leaf() {
    return Optional.ofNullable(leaf);
  }

  /** Hands over each step that leads on, with what is behind it. */
  public void children(BiConsumer<Path.Step, PathTree<T>> consumer) {
    children.forEach(consumer);
  }
}
