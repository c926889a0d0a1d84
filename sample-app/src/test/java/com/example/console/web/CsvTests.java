package com.example.console.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void endsALineAsTheStandardWantsIt() {
		assertThat(Csv.line("org_1", "Zażółć", null, 42)).isEqualTo("org_1,Zażółć,,42\r\n");
	}

	@Test
	void quotesWhatWouldEndAValue() {
		assertThat(Csv.line("a,b", "say \"hi\"", "two\nlines", "two\rlines", "a;b"))
			.isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"two\rlines\",a;b\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "＋1", "－1", "＠SUM(A1)" })
	void makesATextOfAFormula(String formula) {
		assertThat(Csv.line(formula)).isEqualTo("'" + formula + "\r\n");
	}

	@Test
	void makesATextOfAFormulaThatHasToBeQuoted() {
		assertThat(Csv.line("=HYPERLINK(\"https://other.example\",\"Click\")"))
			.isEqualTo("\"'=HYPERLINK(\"\"https://other.example\"\",\"\"Click\"\")\"\r\n");
		assertThat(Csv.line("\r\n=1+1")).isEqualTo("\"'\r\n=1+1\"\r\n");
	}

	@Test
	void leavesAllOtherTextsAlone() {
		assertThat(Csv.line("Acme - East", "a@b.example", "1+1=2", "'quoted'"))
			.isEqualTo("Acme - East,a@b.example,1+1=2,'quoted'\r\n");
	}

	@Test
	void isReadAsItIsWritten() {
		assertThat(Csv.parse("email,roles\r\n\r\n a@b.example , x y\n\"c,\"\"d\"\"\ne\",\r,\nlast")).containsExactly(
				List.of("email", "roles"), List.of("a@b.example", "x y"), List.of("c,\"d\"\ne", ""), List.of("last"));
		assertThat(Csv.parse("")).isEmpty();
		assertThat(Csv.parse("\"not closed,a\nb")).containsExactly(List.of("\"not closed", "a"), List.of("b"));
	}

}
