package dev.rampart.local.metrics.math;

import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.Grid;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries of a request or of an alarm, which may name each other. Immutable. */
public final class QuerySet {
  /** CloudWatch's limit (GetMetricData). */
  public static final int QUERIES_MAX = 500;

  private static final String ID = "[a-z][a-zA-Z0-9_]{0,254}";

  /** What the series of one evaluation may hold together: 8 MB. */
  private static final int POINTS_MAX = 1_000_000;

  /** Room for one expression of the greatest length; a thread's stack holds far more. */
  private static final int DEPTH_MAX = 1_100;

  /** A model is learned from up to 20,160 minutes for each; an alarm has one. */
  static final int BANDS_MAX = 10;

  private static final Grid PROBE = new Grid(Instant.EPOCH, Duration.ofMinutes(1), 1);

  private final Map<String, MetricQuery> queries = new LinkedHashMap<>();
  private final Map<String, Expr> expressions = new HashMap<>();

  private QuerySet() {}

  /** A query that cannot be evaluated. */
  public static final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String id;

    QueryException(String id, String message) {
      super(message, null, false, false);
      this.id = id;
    }

    /** Returns the id of the query. */
    public String id() {
      return id;
    }
  }

  /**
   * Reads the expressions, and refuses what cannot be evaluated, whatever the metrics are.
   *
   * @throws QueryException if a query is wrong
   */
  public static QuerySet of(List<MetricQuery> queries) {
    QuerySet set = new QuerySet();
    for (MetricQuery query : queries) {
      if (!query.id().matches(ID)) {
        throw new QueryException(query.id(), "has an id that does not begin with a small letter");
      }
      if (set.queries.put(query.id(), query) != null) {
        throw new QueryException(query.id(), "has the id of another");
      }
      if (set.queries.size() > QUERIES_MAX) {
        throw new QueryException(query.id(), "is one of more than " + QUERIES_MAX);
      }
      if (query instanceof MetricQuery.Expression expression) {
        set.parse(expression);
      }
    }
    Evaluation probe = set.probe();
    for (String id : set.expressions.keySet()) {
      if (probe.value(id) instanceof MathValue.Scalar) {
        throw new QueryException(id, "comes to a number, not to a time series");
      }
    }
    return set;
  }

  /** Returns an evaluation on one period without values: types do not depend on them. */
  private Evaluation probe() {
    MetricStore none = new MetricStore(InstantSource.system());
    return new Evaluation(none, (_, grid, _) -> unknown(grid), PROBE);
  }

  private static Bands.Band unknown(Grid grid) {
    return new Bands.Band(new double[grid.count()], new double[grid.count()]);
  }

  /** Returns whether a query comes to one time series, and not to several. */
  public boolean isOneSeries(String id) {
    return probe().value(id) instanceof MathValue.Series;
  }

  private void parse(MetricQuery.Expression expression) {
    try {
      expressions.put(expression.id(), ExpressionParser.parse(expression.text()));
    } catch (MathException e) {
      throw new QueryException(expression.id(), String.valueOf(e.getMessage()));
    }
  }

  /** Returns all queries, in their order. */
  public List<MetricQuery> queries() {
    return List.copyOf(queries.values());
  }

  /** Returns the metric of a band, if the query is nothing but a band. */
  public Optional<String> bandOf(String id) {
    return expressions.get(id) instanceof Expr.Call(String function, List<Expr> arguments)
            && function.equals("ANOMALY_DETECTION_BAND")
            && arguments.getFirst() instanceof Expr.Reference(String metric)
        ? Optional.of(metric)
        : Optional.empty();
  }

  /** Evaluates queries on the periods of a grid; what several need is evaluated once. */
  public Evaluation on(MetricStore store, Bands bands, Grid grid) {
    return new Evaluation(store, bands::band, grid);
  }

  /** Where the bands of an evaluation come from. */
  private interface BandSource {
    Bands.Band band(MetricStat stat, Grid grid, double deviations);
  }

  /** One evaluation; not for several threads. */
  public final class Evaluation implements MathContext {
    private final MetricStore store;
    private final BandSource bands;
    private final Grid grid;
    private final Map<String, MathValue> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private int points;
    private int depth;
    private int bandCount;

    private Evaluation(MetricStore store, BandSource bands, Grid grid) {
      this.store = store;
      this.bands = bands;
      this.grid = grid;
    }

    /**
     * Returns what a query comes to.
     *
     * @throws QueryException if it cannot be evaluated
     */
    public MathValue value(String id) {
      try {
        return query(id);
      } catch (MathException e) {
        throw new QueryException(id, String.valueOf(e.getMessage()));
      }
    }

    @Override
    public Grid grid() {
      return grid;
    }

    @Override
    public MathValue query(String id) {
      MathValue before = known.get(id);
      if (before != null) {
        return before;
      }
      if (!underWay.add(id)) {
        throw new MathException("names itself");
      }
      MathValue value =
          switch (queries.get(id)) {
            case MetricQuery.Metric metric -> {
              take();
              yield new MathValue.Series(store.statistics(metric.stat(), grid));
            }
            case MetricQuery.Expression _ -> new MathEvaluator(this).value(expression(id));
            case null -> throw new MathException("names " + id + ", and there is no such query");
          };
      underWay.remove(id);
      known.put(id, value);
      return value;
    }

    private Expr expression(String id) {
      return Optional.ofNullable(expressions.get(id)).orElseThrow();
    }

    @Override
    public List<String> metrics() {
      List<String> ids = new ArrayList<>();
      queries.forEach(
          (id, query) -> {
            if (query instanceof MetricQuery.Metric) {
              ids.add(id);
            }
          });
      return ids;
    }

    private MetricStat stat(String id) {
      if (queries.get(id) instanceof MetricQuery.Metric metric) {
        return metric.stat();
      }
      throw new MathException("names " + id + ", which is no metric");
    }

    @Override
    public double period(String id) {
      return stat(id).period().toSeconds();
    }

    @Override
    public MathValue band(String id, double deviations) {
      bandCount++;
      if (bandCount > BANDS_MAX) {
        throw new MathException("has one of more than " + BANDS_MAX + " bands");
      }
      take();
      take();
      Bands.Band band = bands.band(stat(id), grid, deviations);
      return new MathValue.Many(
          List.of(new MathValue.Series(band.upper()), new MathValue.Series(band.lower())));
    }

    @Override
    public double[] room() {
      take();
      return new double[grid.count()];
    }

    @Override
    public void enter() {
      depth++;
      if (depth > DEPTH_MAX) {
        throw new MathException("names expressions that are too deep in each other");
      }
    }

    @Override
    public void leave() {
      depth--;
    }

    private void take() {
      points += grid.count();
      if (points > POINTS_MAX) {
        throw new MathException("needs more than " + POINTS_MAX + " values");
      }
    }
  }
}
