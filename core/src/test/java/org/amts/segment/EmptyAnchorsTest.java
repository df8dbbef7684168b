package org.amts.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmptyAnchorsTest {

  private static final String SPANISH = "<a name=\"next-steps\"></a>Pasos siguientes";

  @Test
  void anchorsWithNothingInThemGo() {
    assertThat(EmptyAnchors.removedFrom(SPANISH)).isEqualTo("Pasos siguientes");
    assertThat(EmptyAnchors.removedFrom("Uno<span id='a' class='b'></span> dos<a id=c></a>"))
        .isEqualTo("Uno dos");
  }

  @Test
  void whatHoldsWordsStays() {
    String link = "<a href=\"x.html\">here</a> <b></b> <a></a> <article x></article>";
    assertThat(EmptyAnchors.removedFrom(link)).isEqualTo(link);
  }

  @Test
  void anchorsThatBothHaveStay() {
    assertThat(EmptyAnchors.sharedIn(SPANISH, "Next steps")).isEqualTo("Pasos siguientes");
    assertThat(EmptyAnchors.sharedIn(SPANISH, "<a name=\"next-steps\"></a>Next steps"))
        .isEqualTo(SPANISH);
    assertThat(EmptyAnchors.sharedIn("<a name=\"$1\"></a>a", "<a name=\"$1\"></a>b"))
        .isEqualTo("<a name=\"$1\"></a>a");
  }
}
