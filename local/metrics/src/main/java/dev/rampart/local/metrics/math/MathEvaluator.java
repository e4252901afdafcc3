package dev.rampart.local.metrics.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Evaluates expressions as CloudWatch's page "Using metric math" describes them. What types fit
 * together does not depend on values, so an expression that evaluates on one grid does on all.
 */
record MathEvaluator(MathContext context) {

  MathValue value(Expr expression) {
    context.enter();
    MathValue value = evaluate(expression);
    context.leave();
    return value;
  }

  private MathValue evaluate(Expr expression) {
    return switch (expression) {
      case Expr.Constant number -> new MathValue.Scalar(number.value());
      case Expr.Reference reference -> context.query(reference.id());
      case Expr.Negation negation -> map(value(negation.of()), x -> -x);
      case Expr.Operation operation ->
          combine(operation.operator(), value(operation.left()), value(operation.right()));
      case Expr.Many many -> new MathValue.Many(series(many.elements()));
      case Expr.Call call -> new MathFunctions(this).call(call);
      case Expr.Text text ->
          throw new MathException("has the text '" + text.value() + "' where a value must be");
      case Expr.Word word -> throw new MathException("has the unknown word " + word.name());
    };
  }

  private List<MathValue.Series> series(List<Expr> elements) {
    List<MathValue.Series> all = new ArrayList<>();
    for (Expr element : elements) {
      switch (value(element)) {
        case MathValue.Series one -> all.add(one);
        case MathValue.Many many -> all.addAll(many.series());
        case MathValue.Scalar _ -> throw new MathException("has a number in a list of time series");
      }
    }
    return all;
  }

  /** Applies a function to every value that is there. */
  MathValue map(MathValue of, DoubleUnaryOperator function) {
    return switch (of) {
      case MathValue.Scalar(double value) ->
          new MathValue.Scalar(finite(function.applyAsDouble(value)));
      case MathValue.Series(double[] values) -> {
        double[] mapped = context.room();
        for (int i = 0; i < values.length; i++) {
          mapped[i] = finite(function.applyAsDouble(values[i]));
        }
        yield new MathValue.Series(mapped);
      }
      case MathValue.Many(List<MathValue.Series> all) ->
          mapAll(all, one -> (MathValue.Series) map(one, function));
    };
  }

  static MathValue.Many mapAll(
      List<MathValue.Series> all, UnaryOperator<MathValue.Series> function) {
    return new MathValue.Many(all.stream().map(function).toList());
  }

  static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private MathValue combine(Operator operator, MathValue left, MathValue right) {
    if (left instanceof MathValue.Scalar(double a) && right instanceof MathValue.Scalar(double b)) {
      return new MathValue.Scalar(operator.apply(a, b));
    }
    if (left instanceof MathValue.Many(List<MathValue.Series> many)) {
      if (right instanceof MathValue.Many) {
        throw new MathException("combines two lists of time series");
      }
      return mapAll(many, one -> (MathValue.Series) combine(operator, one, right));
    }
    if (right instanceof MathValue.Many(List<MathValue.Series> many)) {
      return mapAll(many, one -> (MathValue.Series) combine(operator, left, one));
    }
    return new MathValue.Series(points(left, right, operator::apply));
  }

  /** Combines values that are there; beside one that is there, a missing one is zero. */
  private double[] points(MathValue left, MathValue right, DoubleBinaryOperator result) {
    double[] combined = context.room();
    for (int i = 0; i < combined.length; i++) {
      double a = at(left, i);
      double b = at(right, i);
      boolean isThere =
          left instanceof MathValue.Scalar
              ? !Double.isNaN(b)
              : right instanceof MathValue.Scalar
                  ? !Double.isNaN(a)
                  : !Double.isNaN(a) || !Double.isNaN(b);
      combined[i] =
          isThere
              ? result.applyAsDouble(Double.isNaN(a) ? 0 : a, Double.isNaN(b) ? 0 : b)
              : Double.NaN;
    }
    return combined;
  }

  /** Returns the value of a scalar or a series in a period. */
  static double at(MathValue value, int index) {
    return switch (value) {
      case MathValue.Scalar(double scalar) -> scalar;
      case MathValue.Series(double[] values) -> values[index];
      case MathValue.Many _ ->
          throw new MathException("has a list of time series where one must be");
    };
  }
}
