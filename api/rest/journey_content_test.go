package rest_test

// communeYear is what one ward or commune did in 2024, as the journey's reports tell it.
type communeYear struct {
	username     string
	sessions     int     // 9.1 buổi phát thanh
	minutes      float64 // 9.2
	loudspeakers int     // 9.3, a stock that adds up over agencies
	led          any     // 9.4: a number, or nil for «không phát sinh»
	talks        int     // 9.7, the first of the pair
	listeners    int     // 9.7, the second
	posts        int     // 8.3
	followers    int     // 8.6, a stock that never adds up
}

// communes2024 are the fourteen of fifteen wards and communes that report; xã Phổ Châu does not.
func communes2024() []communeYear {
	return []communeYear{
		{"nguyen-nghiem", 365, 5475, 9, 2190, 26, 1900, 312, 4120},
		{"pho-van", 298, 4470, 8, nil, 20, 1380, 204, 2610},
		{"pho-quang", 305, 4575, 8, nil, 20, 1450, 196, 2480},
		{"pho-ninh", 288, 4320, 8, 0, 19, 1240, 186, 2350},
		{"pho-minh", 276, 4140, 7, nil, 18, 1105, 158, 2040},
		{"pho-vinh", 252, 3780, 7, nil, 17, 940, 131, 1720},
		{"pho-hoa", 264, 3960, 7, nil, 17, 980, 142, 1890},
		{"pho-thanh", 420, 6300, 12, 1140, 30, 1600, 428, 6480},
		{"pho-an", 312, 4680.5, 9, nil, 20, 1520, 210, 2740},
		{"pho-phong", 318, 4770, 10, nil, 20, 1490, 172, 2210},
		{"pho-thuan", 341, 5115, 10, nil, 21, 1760, 194, 2390},
		{"pho-nhon", 384, 5760, 6, nil, 18, 1130, 98, 1260},
		{"pho-cuong", 336, 5040, 11, nil, 22, 1600, 221, 2860},
		{"pho-khanh", 427, 6405, 10, nil, 18, 1305, 236, 3150},
	}
}

// departments2024 are the offices and unions that report with figures; thanh-tra reports nil, y-te is exempted.
func departments2024() []string {
	return []string{"vanphong", "tckh", "tuphap", "congan", "ttvh", "noi-vu", "kinh-te", "do-thi", "tai-nguyen", "lao-dong", "giao-duc",
		"tuyen-giao", "mat-tran", "lien-doan", "thi-doan", "phu-nu", "nong-dan", "cuu-chien-binh"}
}

// The sums of the year, added up by hand in the order of communes2024.
const (
	sumSessions     = "4586"    // 365+298+305+288+276+252+264+420+312+318+341+384+336+427
	sumMinutes      = "68790.5" // 5475+4470+4575+4320+4140+3780+3960+6300+4680.5+4770+5115+5760+5040+6405
	sumLoudspeakers = "122"     // 9+8+8+8+7+7+7+12+9+10+10+6+11+10
	sumLED          = "3330"    // 2190+0+1140, eleven others without
	sumTalks        = "286"     // 26+20+20+19+18+17+17+30+20+20+21+18+22+18
	sumListeners    = "19400"   // 1900+1380+1450+1240+1105+940+980+1600+1520+1490+1760+1130+(hơn 1600)+1305
	sumPosts        = "3068"    // 312+204+196+186+158+131+142+428+210+172+194+98+221+236 = 2888, and 18 offices with 10 each
)

type (
	object = map[string]any
	array  = []any
)

func number(n any) object {
	if n == nil {
		return object{"nil": true}
	}
	return object{"value": n}
}

// content is a commune's whole report.
func (c communeYear) content() object {
	listeners := object{"value": c.talks, "value2": c.listeners}
	if c.username == "pho-cuong" {
		listeners["qualifier2"] = "more_than"
	}
	return object{"sections": object{
		"4": object{"nil": true},
		"5": object{"text": "Phối hợp phóng viên thực hiện tin, bài.", "values": object{"5.1": number(nil), "5.2": number(3), "5.3": number(nil)}},
		"8": object{"text": "Duy trì trang của địa phương.", "values": object{"8.3": number(c.posts), "8.6": object{"value": c.followers, "as_of": "2024-10-31"}}},
		"9": object{"text": "Duy trì phát thanh hằng ngày.", "values": object{"9.1": number(c.sessions), "9.2": number(c.minutes),
			"9.3": number(c.loudspeakers), "9.4": number(c.led), "9.7": listeners}},
		"10": object{"text": "Đề nghị hỗ trợ thay cụm loa cũ."},
	}}
}

// officeContent is an office's report: ten posts, and nothing said where it has nothing to say.
func officeContent(username string) object {
	sections := object{"4": object{"nil": true}, "8": object{"text": "Đăng bài trên trang của cơ quan.", "values": object{"8.3": number(10)}}}
	if username == "ttvh" {
		sections["9"] = object{"text": "Cung cấp chuyên mục cho đài cơ sở.", "values": object{"9.1": number(nil)}}
	}
	return object{"sections": sections}
}

// nilContent says of every section that there was nothing.
func nilContent() object {
	nothing := object{"nil": true}
	return object{"sections": object{"4": nothing, "5": nothing, "8": nothing, "10": nothing}}
}
