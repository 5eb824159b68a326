package official

import "strings"

// dutyBlocks lists who has to do what; a single duty stands as a paragraph, several behind dashes.
func (p Plan) dutyBlocks() (blocks []Block) {
	for i, r := range p.withReporting() {
		blocks = append(blocks, Clause(i+1, names(r.Who)))
		if len(r.Duties) == 1 {
			blocks = append(blocks, Paragraph(line(r.Duties[0])))
		} else {
			blocks = append(blocks, dashes(r.Duties)...)
		}
	}
	return blocks
}

// withReporting gives the responsibilities with a sentence for each reporting duty that none of them carries yet.
func (p Plan) withReporting() []Responsibility {
	all := append([]Responsibility(nil), p.Responsibilities...)
	for _, duty := range p.Reporting {
		if carried(all, duty.Text) {
			continue
		}
		text := "Báo cáo kết quả thực hiện cho " + line(duty.To)
		if duty.Through != "" {
			text += " (qua " + line(duty.Through) + ")"
		}
		text = sentence(text + " " + line(duty.Text))
		found := false
		for i, r := range all {
			if names(r.Who) == names(duty.From) && !found {
				all[i].Duties, found = append(append([]string(nil), r.Duties...), text), true
			}
		}
		if !found {
			all = append(all, Responsibility{Who: duty.From, Duties: []string{text}})
		}
	}
	return all
}

func carried(all []Responsibility, phrase string) bool {
	for _, r := range all {
		for _, duty := range r.Duties {
			if strings.Contains(line(duty), line(phrase)) {
				return true
			}
		}
	}
	return false
}
