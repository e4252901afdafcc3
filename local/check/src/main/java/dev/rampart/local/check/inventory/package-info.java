/** Lists what a template grants, opens and limits, so that any change of it is seen in review. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.check.inventory;
