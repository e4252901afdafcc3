package dev.rampart.local.metrics.math;

import dev.rampart.local.metrics.Grid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** The functions of metric math. */
record MathFunctions(MathEvaluator evaluator) {
  private static final double DEVIATIONS_DEFAULT = 2;

  private MathContext context() {
    return evaluator.context();
  }

  MathValue call(Expr.Call call) {
    return switch (call.function()) {
      case "ABS" -> evaluator.map(only(call), Math::abs);
      case "CEIL" -> evaluator.map(only(call), Math::ceil);
      case "FLOOR" -> evaluator.map(only(call), Math::floor);
      case "LOG" -> evaluator.map(only(call), Math::log);
      case "LOG10" -> evaluator.map(only(call), Math::log10);
      case "SUM", "AVG", "MIN", "MAX", "STDDEV", "DATAPOINT_COUNT" ->
          Aggregate.of(call.function(), only(call), context());
      case "DIFF" -> steps(only(call), (value, _) -> value);
      case "DIFF_TIME" -> steps(only(call), (_, seconds) -> seconds);
      case "RATE" -> steps(only(call), (value, seconds) -> value / seconds);
      case "RUNNING_SUM" -> each(only(call), this::runningSum);
      case "FILL" -> fill(call);
      case "IF" -> choose(call);
      case "FIRST" -> many(call).getFirst();
      case "LAST" -> many(call).getLast();
      case "METRICS" -> metrics(call);
      case "METRIC_COUNT" -> new MathValue.Scalar(many(call).size());
      case "PERIOD" -> new MathValue.Scalar(context().period(reference(call, 0)));
      case "TIME_SERIES" -> constant(scalar(only(call)));
      case "ANOMALY_DETECTION_BAND" -> band(call);
      case "MINUTE" -> times(call, ZonedDateTime::getMinute);
      case "HOUR" -> times(call, ZonedDateTime::getHour);
      case "DAY" -> times(call, time -> time.getDayOfWeek().getValue());
      case "DATE" -> times(call, ZonedDateTime::getDayOfMonth);
      case "MONTH" -> times(call, ZonedDateTime::getMonthValue);
      case "YEAR" -> times(call, ZonedDateTime::getYear);
      case "EPOCH" -> times(call, ZonedDateTime::toEpochSecond);
      default ->
          throw new MathException(
              "calls " + call.function() + ", a function that the local CloudWatch does not have");
    };
  }

  private static void require(Expr.Call call, int least, int most) {
    int count = call.arguments().size();
    if (count < least || count > most) {
      throw new MathException("calls " + call.function() + " with " + count + " arguments");
    }
  }

  private MathValue only(Expr.Call call) {
    require(call, 1, 1);
    return evaluator.value(call.arguments().getFirst());
  }

  private List<MathValue.Series> many(Expr.Call call) {
    if (only(call) instanceof MathValue.Many(List<MathValue.Series> all) && !all.isEmpty()) {
      return all;
    }
    throw new MathException("calls " + call.function() + " with something else than a list");
  }

  private static String reference(Expr.Call call, int index) {
    if (call.arguments().size() > index
        && call.arguments().get(index) instanceof Expr.Reference(String id)) {
      return id;
    }
    throw new MathException("calls " + call.function() + " with something else than a metric");
  }

  private static double scalar(MathValue value) {
    if (value instanceof MathValue.Scalar(double number)) {
      return number;
    }
    throw new MathException("has a time series where a number must be");
  }

  private static MathValue each(MathValue of, UnaryOperator<MathValue.Series> function) {
    return switch (of) {
      case MathValue.Series one -> function.apply(one);
      case MathValue.Many(List<MathValue.Series> all) -> MathEvaluator.mapAll(all, function);
      case MathValue.Scalar _ ->
          throw new MathException("has a number where a time series must be");
    };
  }

  /** What is made of a step from a value to the next: of their difference and the time between. */
  private interface Step {
    double of(double difference, double seconds);
  }

  private MathValue steps(MathValue of, Step step) {
    return each(of, one -> stepsOf(one, step));
  }

  private MathValue.Series stepsOf(MathValue.Series of, Step step) {
    double[] steps = context().room();
    Arrays.fill(steps, Double.NaN);
    double seconds = context().grid().period().toSeconds();
    int last = -1;
    for (int i = 0; i < steps.length; i++) {
      if (!Double.isNaN(of.values()[i])) {
        if (last >= 0) {
          steps[i] = step.of(of.values()[i] - of.values()[last], (i - last) * seconds);
        }
        last = i;
      }
    }
    return new MathValue.Series(steps);
  }

  private MathValue.Series runningSum(MathValue.Series of) {
    double[] sums = context().room();
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += Double.isNaN(of.values()[i]) ? 0 : of.values()[i];
      sums[i] = MathEvaluator.finite(sum);
    }
    return new MathValue.Series(sums);
  }

  private MathValue fill(Expr.Call call) {
    require(call, 2, 2);
    MathValue filled = evaluator.value(call.arguments().getFirst());
    Expr filler = call.arguments().get(1);
    if (filler instanceof Expr.Word(String word)) {
      return switch (word) {
        case "REPEAT" -> each(filled, one -> Filling.repeating(one, context().room()));
        case "LINEAR" -> each(filled, one -> Filling.linear(one, context().room()));
        default -> throw new MathException("fills with the unknown word " + word);
      };
    }
    MathValue with = evaluator.value(filler);
    double _ = context().grid().count() == 0 ? 0 : MathEvaluator.at(with, 0);
    return each(filled, one -> Filling.with(one, with, context().room()));
  }

  /** Returns no list, whether a condition ever asks for its values or not. */
  private MathValue one(Expr expression) {
    MathValue value = evaluator.value(expression);
    if (value instanceof MathValue.Many) {
      throw new MathException("has a list of time series where one must be");
    }
    return value;
  }

  private MathValue choose(Expr.Call call) {
    require(call, 2, 3);
    MathValue condition = one(call.arguments().getFirst());
    MathValue yes = one(call.arguments().get(1));
    MathValue no =
        call.arguments().size() == 3
            ? one(call.arguments().get(2))
            : new MathValue.Scalar(Double.NaN);
    if (condition instanceof MathValue.Scalar && yes instanceof MathValue.Scalar) {
      throw new MathException("calls IF without a time series");
    }
    double[] chosen = context().room();
    for (int i = 0; i < chosen.length; i++) {
      double decides = MathEvaluator.at(condition, i);
      double value = MathEvaluator.at(decides == 0 ? no : yes, i);
      // Where the condition holds, a missing value is zero.
      chosen[i] =
          Double.isNaN(decides) ? Double.NaN : Double.isNaN(value) && decides != 0 ? 0 : value;
    }
    return new MathValue.Series(chosen);
  }

  private MathValue metrics(Expr.Call call) {
    require(call, 0, 1);
    String part = "";
    if (!call.arguments().isEmpty()) {
      if (!(call.arguments().getFirst() instanceof Expr.Text(String text))) {
        throw new MathException("calls METRICS with something else than a text");
      }
      part = text;
    }
    String wanted = part;
    return new MathValue.Many(
        context().metrics().stream()
            .filter(id -> id.contains(wanted))
            .map(id -> (MathValue.Series) context().query(id))
            .toList());
  }

  private MathValue.Series constant(double value) {
    double[] values = context().room();
    Arrays.fill(values, value);
    return new MathValue.Series(values);
  }

  private MathValue band(Expr.Call call) {
    require(call, 1, 2);
    double deviations =
        call.arguments().size() == 2
            ? scalar(evaluator.value(call.arguments().get(1)))
            : DEVIATIONS_DEFAULT;
    if (!(deviations > 0)) {
      throw new MathException("has a band that is not wider than nothing");
    }
    return context().band(reference(call, 0), deviations);
  }

  private MathValue times(Expr.Call call, ToDoubleFunction<ZonedDateTime> part) {
    if (!(only(call) instanceof MathValue.Series)) {
      throw new MathException("calls " + call.function() + " with something else than a metric");
    }
    double[] values = context().room();
    Grid grid = context().grid();
    for (int i = 0; i < values.length; i++) {
      Instant at = grid.at(i);
      values[i] = part.applyAsDouble(at.atZone(ZoneOffset.UTC));
    }
    return new MathValue.Series(values);
  }
}
