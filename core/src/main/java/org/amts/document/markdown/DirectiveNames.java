package org.amts.document.markdown;

import java.util.Set;

/** What is known about the directives of MyST, Sphinx and Docusaurus by their names, lower case. */
final class DirectiveNames {

  /** Between backticks, only these hold prose. */
  private static final Set<String> PROSE =
      words(
          """
          admonition attention caution danger error hint important note tip warning seealso todo
          versionadded versionchanged deprecated figure figure-md table list-table margin sidebar
          aside topic epigraph highlights pull-quote blockquote rubric dropdown details tab-set
          tab-item grid grid-item grid-item-card card card-carousel exercise exercise-start
          solution solution-start glossary div container only
          """);

  /** Between colons, all but these hold prose. */
  private static final Set<String> NO_PROSE =
      words(
          """
          code code-block code-cell sourcecode literalinclude include math mermaid raw eval-rst
          bibliography toctree csv-table image iframe graphviz plot doctest highlight
          """);

  /** The argument of these is a title; of all others it is a path, a label or a language. */
  private static final Set<String> TITLED =
      words(
          """
          admonition attention caution danger error hint important note tip warning seealso sidebar
          topic rubric dropdown details tab-item grid-item-card card exercise table list-table info
          """);

  private DirectiveNames() {}

  static boolean holdsProse(String name) {
    return PROSE.contains(name) || isTheorem(name);
  }

  static boolean holdsNoProse(String name) {
    return NO_PROSE.contains(name);
  }

  static boolean isTitled(String name) {
    return TITLED.contains(name) || isTheorem(name);
  }

  /** The theorems, lemmas and proofs of sphinx-proof. */
  private static boolean isTheorem(String name) {
    return name.startsWith("prf:");
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
