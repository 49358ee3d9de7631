# The words of the interface in English. This file is the contract: every language has exactly these messages.

skip_to_content = Skip to the content
main_navigation = Main
menu = فهرست
theme = رنگ‌ها
theme_system = مانند دستگاه
theme_light = روشن
theme_dark = تیره
language_switch = Language
words_licence = Words:
repository = Source code
feed = Feed

on_this_page = On this page
notes_title = Sources and notes
note_back = بازگشت به متن
note_back_to = بازگشت به جای { $number } متن
accessed = Read
published = Published
updated = Updated
edit_page = Edit this page
previous = Previous
next = Next
neighbours = Previous and next
related_title = Related
backlinks_title = What links here
terms_used_title = Terms used here
children_title = In this section
stand_in = This page is not yet in English. You are reading it in { $language }.
section_missing = This section is not yet in English.
section_behind = The text of this section in { $language } is newer.
head_behind = The opening of this page in { $language } is newer.
read_parallel = Read the languages side by side

dimension = Dimension
dimensions_title = Point by point
dimensions_count =
    { $form ->
        [one] { $number } dimension
       *[other] { $number } dimensions
    }
stances_title = Where each stands
kind_similarity = Similarity
kind_difference = Difference
kind_synthesis = Synthesis
axis = Scale
scale_title = The scale
scale_note = Each line is one dimension between its two poles. Marks that lie close say that the two are alike there. The places are an editorial judgement, not a measurement.
matrix_title = Matrix
matrix_summary = Every dimension, with where each side stands.

term = Term
terms_count =
    { $form ->
        [one] { $number } term
       *[other] { $number } terms
    }
aliases_title = Also
used_in_title = Used in

sources_title = Sources
sources_summary = Every source that an article cites, and where.
sources_count =
    { $form ->
        [one] { $number } source
       *[other] { $number } sources
    }
source_analysis = Analysis
source_data = Data
source_news = News
source_official = Official
source_paper = Paper
cited_in = Cited in
list_separator = ,

search_button = جستجو
search_title = جستجو
search_summary = در صفحه‌ها و بخش‌های آن‌ها جستجو کنید. در زیر فهرست همهٔ سایت است.
search_placeholder = یک واژه یا پرسش
search_close = بستن جستجو
search_results = نتیجه‌ها
search_count =
    { $form ->
        [one] { $number } صفحه
       *[other] { $number } صفحه
    }
search_none = با این واژه‌ها چیزی یافت نشد. یک واژه را بیازمایید یا از این‌جا آغاز کنید:
search_meant = منظورتان این است:
search_recent = جستجوهای پیشین
search_forget = پاک کردن این فهرست
search_terms = اصطلاح‌هایی برای آغاز
search_other = به زبان دیگر:
search_browse = همهٔ صفحه‌ها و بخش‌ها
search_dimension = محور
search_term = اصطلاح
search_pages = صفحه‌های دیگر
search_failed = جستجو بارگذاری نشد. اتصال را بررسی کنید یا فهرست را ببینید:
search_noscript = جستجو به جاوااسکریپت نیاز دارد که در مرورگر شما خاموش است. فهرست زیر همهٔ صفحه‌ها و بخش‌های سایت را دارد.

gate_enter = Read in English
not_found_title = Page not found
not_found_text = There is nothing at this address. The page may have moved.
not_found_home = To the home page

alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
details = جزئیات
task_done = انجام شد
task_open = انجام نشده

reading_time = { $number } دقیقه خواندن
copy = کپی
section_link = پیوند این بخش
section_parallel = این بخش به همهٔ زبان‌ها
parallel_show = نمایش
parallel_both = همه
markdown = متن مارک‌داون
cite_page = ارجاع به این صفحه
letters = حروف

filter_all = همه
filter_kind = نوع
filter_language = زبان
sort = ترتیب
sort_order = ترتیب سایت
sort_gap = دورترین‌ها نخست
sort_by = به ترتیب { $name }
part_of = { $shown } از { $all }
csv = جدول به صورت CSV

chart_bar = Bar chart
chart_line = Line chart
chart_dot = Dot chart
chart_share = Shares of a whole
chart_log = logarithmic scale
chart_description = { $kind }. Lowest: { $low }, { $least }. Highest: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Source:
       *[other] Sources:
    }
chart_data = The data as a table
chart_csv = The data as CSV
