from app.services.frame_columns import suggest_map


def test_headings_of_a_hospital_are_understood():
    found = suggest_map(
        [
            "序号",
            "住院号",
            "患者姓名",
            "性别",
            "年龄",
            "身份证号",
            "联系电话",
            "联系人电话",
            "科室",
            "入院日期",
            "出院日期",
            "医疗机构名称",
        ]
    )
    assert found == {
        "encounter": "住院号", "name": "患者姓名", "phone": "联系电话", "phone2": "联系人电话", "id_number": "身份证号",
        "sex": "性别", "age": "年龄", "institution": "医疗机构名称", "department": "科室", "admitted_on": "入院日期",
        "discharged_on": "出院日期",
    }  # fmt: skip


def test_english_headings_are_understood_whatever_their_case_and_spaces():
    assert suggest_map(["Hospital", "Phone_Number", "DISCHARGE  DATE"]) == {
        "phone": "Phone_Number", "institution": "Hospital", "discharged_on": "DISCHARGE  DATE",
    }  # fmt: skip


def test_each_heading_serves_one_field():
    assert suggest_map(["电话"]) == {"phone": "电话"}
    assert suggest_map([]) == {}
