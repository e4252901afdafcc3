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
record Evaluator(MathContext context) {

  Value value(Expr expression) {
    context.enter();
    Value value = evaluate(expression);
    context.leave();
    return value;
  }

  private Value evaluate(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> new Value.Scalar(number.value());
      case Expr.Reference reference -> context.query(reference.id());
      case Expr.Negation negation -> map(value(negation.of()), x -> -x);
      case Expr.Operation operation ->
          combine(operation.operator(), value(operation.left()), value(operation.right()));
      case Expr.Many many -> new Value.Many(series(many.elements()));
      case Expr.Call call -> new Functions(this).call(call);
      case Expr.Text text ->
          throw new MathException("has the text '" + text.value() + "' where a value must be");
      case Expr.Word word -> throw new MathException("has the unknown word " + word.name());
    };
  }

  private List<Value.Series> series(List<Expr> elements) {
    List<Value.Series> all = new ArrayList<>();
    for (Expr element : elements) {
      switch (value(element)) {
        case Value.Series one -> all.add(one);
        case Value.Many many -> all.addAll(many.series());
        case Value.Scalar _ -> throw new MathException("has a number in a list of time series");
      }
    }
    return all;
  }

  /** Applies a function to every value that is there. */
  Value map(Value of, DoubleUnaryOperator function) {
    return switch (of) {
      case Value.Scalar(double value) -> new Value.Scalar(finite(function.applyAsDouble(value)));
      case Value.Series(double[] values) -> {
        double[] mapped = context.room();
        for (int i = 0; i < values.length; i++) {
          mapped[i] = finite(function.applyAsDouble(values[i]));
        }
        yield new Value.Series(mapped);
      }
      case Value.Many(List<Value.Series> all) ->
          mapAll(all, one -> (Value.Series) map(one, function));
    };
  }

  static Value.Many mapAll(List<Value.Series> all, UnaryOperator<Value.Series> function) {
    return new Value.Many(all.stream().map(function).toList());
  }

  static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private Value combine(Operator operator, Value left, Value right) {
    if (left instanceof Value.Scalar(double a) && right instanceof Value.Scalar(double b)) {
      return new Value.Scalar(operator.apply(a, b));
    }
    if (left instanceof Value.Many(List<Value.Series> many)) {
      if (right instanceof Value.Many) {
        throw new MathException("combines two lists of time series");
      }
      return mapAll(many, one -> (Value.Series) combine(operator, one, right));
    }
    if (right instanceof Value.Many(List<Value.Series> many)) {
      return mapAll(many, one -> (Value.Series) combine(operator, left, one));
    }
    return new Value.Series(points(left, right, operator::apply));
  }

  /** Combines values that are there; beside one that is there, a missing one is zero. */
  private double[] points(Value left, Value right, DoubleBinaryOperator result) {
    double[] combined = context.room();
    for (int i = 0; i < combined.length; i++) {
      double a = at(left, i);
      double b = at(right, i);
      boolean isThere =
          left instanceof Value.Scalar
              ? !Double.isNaN(b)
              : right instanceof Value.Scalar
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
  static double at(Value value, int index) {
    return switch (value) {
      case Value.Scalar(double scalar) -> scalar;
      case Value.Series(double[] values) -> values[index];
      case Value.Many _ -> throw new MathException("has a list of time series where one must be");
    };
  }
}
