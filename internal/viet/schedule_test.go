package viet_test

import (
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/viet"
)

type scheduleCase struct {
	phrase, kind, starts, ends, warning string
}

func TestEveryTimePhraseBecomesTheDaysItStandsFor(t *testing.T) {
	t.Parallel()
	for _, c := range []scheduleCase{
		{"Quý II, III/2024", "quarters", "2024-04-01", "2024-09-30", ""},
		{"Quý II/2024.", "quarters", "2024-04-01", "2024-06-30", ""},
		{"quý 2 và quý 3", "quarters", "2024-04-01", "2024-09-30", ""},
		{"quý 2, 3 năm 2025", "quarters", "2025-04-01", "2025-09-30", ""},
		{"Quý I đến quý III năm 2024", "quarters", "2024-01-01", "2024-09-30", ""},
		{"Quý I - IV/2024", "quarters", "2024-01-01", "2024-12-31", ""},
		{"Quý II – Quý IV năm 2024", "quarters", "2024-04-01", "2024-12-31", ""},
		{"Quý IV/2024 đến quý II/2025", "quarters", "2024-10-01", "2025-06-30", ""},
		{"Từ quý IV/2024 đến quý II", "quarters", "2024-10-01", "2025-06-30", ""},
		{"Quí III", "quarters", "2024-07-01", "2024-09-30", ""},
		{"QUÝ II+III/2024", "quarters", "2024-04-01", "2024-09-30", ""},
		{"Q2/2025", "quarters", "2025-04-01", "2025-06-30", ""},
		{"QII/2025", "quarters", "2025-04-01", "2025-06-30", ""},
		{"Trong quý II năm 2024", "quarters", "2024-04-01", "2024-06-30", ""},
		{"Quý II và tháng 10/2024", "range", "2024-04-01", "2024-10-31", ""},
		{"Quý V/2024", "unspecified", "", "", viet.ImpossibleDate},

		{"6 tháng đầu năm 2024", "range", "2024-01-01", "2024-06-30", ""},
		{"06 tháng cuối năm", "range", "2024-07-01", "2024-12-31", ""},
		{"9 tháng đầu năm 2025", "range", "2025-01-01", "2025-09-30", ""},
		{"tháng 3/2024", "range", "2024-03-01", "2024-03-31", ""},
		{"Tháng 02 năm 2024", "range", "2024-02-01", "2024-02-29", ""},
		{"6/2025", "range", "2025-06-01", "2025-06-30", ""},
		{"06/2025", "range", "2025-06-01", "2025-06-30", ""},
		{"T10/2025", "range", "2025-10-01", "2025-10-31", ""},
		{"Tháng 10, 11/2025", "range", "2025-10-01", "2025-11-30", ""},
		{"Tháng 10, 11 và 12 năm 2025", "range", "2025-10-01", "2025-12-31", ""},
		{"từ tháng 3 đến tháng 9/2024", "range", "2024-03-01", "2024-09-30", ""},
		{"Từ tháng 3/2024 đến hết tháng 9/2024", "range", "2024-03-01", "2024-09-30", ""},
		{"Từ tháng 10 đến tháng 3/2025", "range", "2024-10-01", "2025-03-31", ""},
		{"Từ tháng 10/2024 đến tháng 3", "range", "2024-10-01", "2025-03-31", ""},
		{"tháng 3 - 9/2024", "range", "2024-03-01", "2024-09-30", ""},
		{"10 - 12/2024", "range", "2024-10-01", "2024-12-31", ""},
		{"10/2024 - 12/2024", "range", "2024-10-01", "2024-12-31", ""},
		{"Tuần 2 tháng 3/2024", "range", "2024-03-01", "2024-03-31", ""},
		{"Cuối tháng 6", "range", "2024-06-01", "2024-06-30", ""},
		{"Năm 2025", "range", "2025-01-01", "2025-12-31", ""},
		{"2025 - 2026", "range", "2025-01-01", "2026-12-31", ""},
		{"Giai đoạn 2025-2030", "range", "2025-01-01", "2030-12-31", ""},
		{"Cả năm", "range", "2024-01-01", "2024-12-31", ""},
		{"Trong năm 2024", "range", "2024-01-01", "2024-12-31", ""},
		{"trong năm", "range", "2024-01-01", "2024-12-31", ""},
		{"Năm 2024 và những năm tiếp theo", "range", "2024-01-01", "", ""},
		{"Năm 2025 và các năm tiếp theo", "range", "2025-01-01", "", ""},
		{"Từ ngày 01/3/2024 đến ngày 30/9/2024", "range", "2024-03-01", "2024-09-30", ""},
		{"Từ ngày 01/3 đến ngày 30/9", "range", "2024-03-01", "2024-09-30", ""},
		{"từ 20 đến 25/6/2024", "range", "2024-06-20", "2024-06-25", ""},
		{"20-25/6/2024", "range", "2024-06-20", "2024-06-25", ""},
		{"Ngày 20, 21/6", "range", "2024-06-20", "2024-06-21", ""},
		{"Ngày 20 và 21 tháng 6 năm 2024", "range", "2024-06-20", "2024-06-21", ""},
		{"Từ tháng 3 đến trước ngày 10/11/2024", "range", "2024-03-01", "2024-11-09", ""},
		{"Quý II/2024, chậm nhất ngày 15/6", "range", "2024-04-01", "2024-06-15", ""},
		{"Từ tháng 3/2024", "range", "2024-03-01", "2024-12-31", ""},
		{"Từ năm 2026", "range", "2026-01-01", "", ""},
		{"Tháng 9/2024 đến tháng 3/2024", "unspecified", "", "", viet.EndsBeforeStarts},

		{"15/3/2024", "date", "2024-03-15", "2024-03-15", ""},
		{"Ngày 15/3", "date", "2024-03-15", "2024-03-15", ""},
		{"Ngày 15-3-2024", "date", "2024-03-15", "2024-03-15", ""},
		{"15.3.2024", "date", "2024-03-15", "2024-03-15", ""},
		{"15/3/24", "date", "2024-03-15", "2024-03-15", ""},
		{"ngày 15 tháng 3 năm 2024", "date", "2024-03-15", "2024-03-15", ""},
		{"8h00 ngày 15/3/2024", "date", "2024-03-15", "2024-03-15", ""},
		{"08 giờ 30 phút, ngày 15 tháng 3", "date", "2024-03-15", "2024-03-15", ""},
		{"trước ngày 10/11/2024", "date", "", "2024-11-09", ""},
		{"Hoàn thành trước 17h00 ngày 10/11/2024", "date", "", "2024-11-09", ""},
		{"Trước tháng 6/2024", "date", "", "2024-05-31", ""},
		{"Trước 30/6", "date", "", "2024-06-29", ""},
		{"Xong trước quý III/2024", "date", "", "2024-06-30", ""},
		{"chậm nhất ngày 10/11", "date", "", "2024-11-10", ""},
		{"Chậm nhất là ngày 10 tháng 11 năm 2024", "date", "", "2024-11-10", ""},
		{"Không muộn hơn ngày 10/11/2024", "date", "", "2024-11-10", ""},
		{"không quá 30/6/2024", "date", "", "2024-06-30", ""},
		{"Đến hết ngày 30/6/2024", "date", "", "2024-06-30", ""},
		{"đến hết quý II/2024", "date", "", "2024-06-30", ""},
		{"Đến năm 2025", "date", "", "2025-12-31", ""},
		{"31/02/2024", "unspecified", "", "", viet.ImpossibleDate},
		{"Trước ngày 31/4/2024", "unspecified", "", "", viet.ImpossibleDate},
		{"ngày 29/02/2023", "unspecified", "", "", viet.ImpossibleDate},
		{"29/02", "date", "2024-02-29", "2024-02-29", ""},
		{"15/13/2024", "unspecified", "", "", viet.ImpossibleDate},
		{"tháng 13/2024", "unspecified", "", "", viet.ImpossibleDate},
		{"15/3/20245", "unspecified", "", "", viet.ImpossibleDate},
		{"Thường xuyên từ ngày 31/02/2024", "unspecified", "", "", viet.ImpossibleDate},

		{"Thường xuyên trong năm 2024", "continuous", "2024-01-01", "2024-12-31", ""},
		{"Thường xuyên", "continuous", "2024-01-01", "2024-12-31", ""},
		{"Thường xuyên trong năm", "continuous", "2024-01-01", "2024-12-31", ""},
		{"Thực hiện thường xuyên, liên tục năm 2025", "continuous", "2025-01-01", "2025-12-31", ""},
		{"Năm 2025 (thường xuyên)", "continuous", "2025-01-01", "2025-12-31", ""},
		{"ngày 15/3/2024 và thường xuyên", "continuous", "2024-03-15", "2024-12-31", ""},
		{"Tháng 3/2024 và thường xuyên", "continuous", "2024-03-01", "2024-12-31", ""},
		{"Thường xuyên, từ tháng 3/2024", "continuous", "2024-03-01", "2024-12-31", ""},
		{"Thường xuyên từ tháng 3 đến tháng 9/2024", "continuous", "2024-03-01", "2024-09-30", ""},
		{"Thường xuyên trong quý II/2024", "continuous", "2024-04-01", "2024-06-30", ""},
		{"Thường xuyên trong năm 2024 và những năm tiếp theo", "continuous", "2024-01-01", "", ""},
		{"Thường xuyên; báo cáo trước ngày 10/11/2024", "continuous", "2024-01-01", "2024-12-31", ""},
		{"Thường xuyên, hằng năm", "continuous", "2024-01-01", "2024-12-31", ""},

		{"hằng năm", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Hàng tháng", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Hằng quý", "recurring", "2024-01-01", "2024-12-31", ""},
		{"định kỳ 6 tháng, năm", "recurring", "2024-01-01", "2024-12-31", ""},
		{"6 tháng, năm", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Định kỳ hằng quý năm 2025", "recurring", "2025-01-01", "2025-12-31", ""},
		{"Trước ngày 20 hằng tháng", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Hằng năm, trước ngày 15/12", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Định kỳ hằng quý, bắt đầu từ quý II/2024", "recurring", "2024-04-01", "2024-12-31", ""},
		{"02 lần/năm", "recurring", "2024-01-01", "2024-12-31", ""},
		{"Hằng năm, từ năm 2024 và những năm tiếp theo", "recurring", "2024-01-01", "", ""},

		{"theo kế hoạch của tỉnh", "unspecified", "", "", ""},
		{"Theo Kế hoạch số 12/KH-UBND ngày 10/3/2024 của UBND tỉnh", "unspecified", "", "", ""},
		{"Theo Kế hoạch của tỉnh năm 2024", "unspecified", "", "", ""},
		{"Theo kế hoạch, hoàn thành trước ngày 30/6/2024", "date", "", "2024-06-29", ""},
		{"Khi có yêu cầu", "unspecified", "", "", ""},
		{"Sau ngày 15/3/2024", "unspecified", "", "", ""},
		{"Năm học 2024 - 2025", "unspecified", "", "", ""},
		{"Cuối năm", "unspecified", "", "", ""},
		{"", "unspecified", "", "", ""},
		{"...", "unspecified", "", "", ""},
	} {
		t.Run(c.phrase, func(t *testing.T) {
			t.Parallel()
			got, warning := viet.ReadSchedule(c.phrase, 2024, nil)
			check(t, c, got, warning)
		})
	}
}

func TestAPhraseTakesThePlansPeriodWhenItNamesNone(t *testing.T) {
	t.Parallel()
	plan := &viet.Period{StartsOn: day.New(2021, 7, 1), EndsOn: day.New(2025, 12, 31)}
	for _, c := range []scheduleCase{
		{"Hằng năm", "recurring", "2021-07-01", "2025-12-31", ""},
		{"Thường xuyên", "continuous", "2021-07-01", "2025-12-31", ""},
		{"Quý IV", "quarters", "2021-10-01", "2021-12-31", ""},
		{"ngày 15/3/2024 và thường xuyên", "continuous", "2024-03-15", "2025-12-31", ""},
		{"Thường xuyên và những năm tiếp theo", "continuous", "2021-07-01", "", ""},
	} {
		got, warning := viet.ReadSchedule(c.phrase, 2021, plan)
		check(t, c, got, warning)
	}
}

func TestWithoutAnyYearNoDateIsInvented(t *testing.T) {
	t.Parallel()
	for _, phrase := range []string{"Quý II", "tháng 3", "15/3", "Thường xuyên", "Hằng quý", "Cả năm"} {
		got, warning := viet.ReadSchedule(phrase, 0, nil)
		check(t, scheduleCase{phrase, "unspecified", "", "", viet.YearUnknown}, got, warning)
	}
	got, warning := viet.ReadSchedule("Quý II/2024", 0, nil)
	check(t, scheduleCase{"Quý II/2024", "quarters", "2024-04-01", "2024-06-30", ""}, got, warning)
}

func TestThePhraseIsKeptAsWrittenWithoutItsEndMark(t *testing.T) {
	t.Parallel()
	got, _ := viet.ReadSchedule("  Quý II, III/2024. ", 2024, nil)
	if got.Text != "Quý II, III/2024" {
		t.Errorf("text %q", got.Text)
	}
}

func check(t *testing.T, c scheduleCase, got viet.Schedule, warning string) {
	t.Helper()
	if string(got.Kind) != c.kind || text(got.StartsOn) != c.starts || text(got.EndsOn) != c.ends || warning != c.warning {
		t.Errorf("%q: got %s %s..%s %s, want %s %s..%s %s", c.phrase,
			got.Kind, text(got.StartsOn), text(got.EndsOn), warning, c.kind, c.starts, c.ends, c.warning)
	}
}

func text(d *day.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func FuzzASchedule(f *testing.F) {
	for _, seed := range []string{"Quý II, III/2024", "từ 20 - 25/6/2024", "12/KH-UBND ngày 10/3", "6 tháng đầu năm", "///---", "tháng 99999999999/0"} {
		f.Add(seed, 2024)
	}
	f.Fuzz(func(t *testing.T, phrase string, year int) {
		if year < 1990 || year > 2100 {
			year = 0
		}
		got, warning := viet.ReadSchedule(phrase, year, nil)
		if got.Kind == viet.Unspecified && (got.StartsOn != nil || got.EndsOn != nil) {
			t.Errorf("%q: unspecified with days", phrase)
		}
		if warning != "" && got.Kind != viet.Unspecified {
			t.Errorf("%q: %s although %s", phrase, got.Kind, warning)
		}
		if got.StartsOn != nil && got.EndsOn != nil && got.EndsOn.Before(*got.StartsOn) {
			t.Errorf("%q: ends before it starts", phrase)
		}
	})
}
