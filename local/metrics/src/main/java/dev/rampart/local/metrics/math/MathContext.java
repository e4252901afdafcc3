package dev.rampart.local.metrics.math;

import dev.rampart.local.metrics.Grid;
import java.util.List;

/** What an expression is evaluated on. */
interface MathContext {
  Grid grid();

  /**
   * Returns what another query of the request comes to.
   *
   * @throws MathException if there is none of that id
   */
  MathValue query(String id);

  /** Returns the ids of the queries that are metrics, in their order. */
  List<String> metrics();

  /**
   * Returns the period of a metric, in seconds.
   *
   * @throws MathException if the id is not that of a metric
   */
  double period(String id);

  /** Returns the upper and the lower edge of what is usual for a metric. */
  MathValue band(String id, double deviations);

  /**
   * Makes room for a series of the grid's length.
   *
   * @throws MathException if there is no more
   */
  double[] room();

  /**
   * A part of an expression is evaluated inside another.
   *
   * @throws MathException if parts are too deep in each other
   */
  void enter();

  /** The evaluation of a part has ended. */
  void leave();
}
